import Database from 'better-sqlite3'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { acknowledgementOf, fileOf, type Officer, type Pair, type Place, queueOf } from './questions.ts'

/** Each question as it is measured: what it is, what its answer must contain, and the calls of one round. */
export interface Question {
  readonly name: 'queue' | 'later' | 'again' | 'file' | 'acknowledge'
  readonly needs: string
  readonly calls: (turn: number) => readonly Pair[]
}

/** Turns that only warm up: nothing of them is kept. */
export const WARM = 2
/** At most: where a database has fewer, a round is shorter. */
const PER_ROUND = { queue: 192, later: 40, again: 200, file: 60, acknowledge: 160 } as const

/** How many requests must wait to be acknowledged; the service and the floor take turns with them. */
export const waitingFor = (rounds: number): number => (rounds + WARM) * 2 * PER_ROUND.acknowledge

/** The questions over one database, in the order in which they are asked: what shall not have been read comes early. */
export function questionsOver(
  path: string,
  officers: ReadonlyMap<CountryCode, Officer>,
  rounds: number,
): readonly Question[] {
  const turns = rounds + WARM
  const database = new Database(path, { readonly: true })
  const officer = (country: CountryCode): Officer => officers.get(country) as Officer
  const first = [...officers.values()].map((one) => queueOf(one))
  const files = filesUnderWay(database, 50 + turns * PER_ROUND.file)
  const file = files.map(({ id, country }) => fileOf(officer(country), id))
  const later = laterPages(database, [...officers.values()], turns * PER_ROUND.later)
  const sent = waitingCases(database, waitingFor(rounds)).map(({ id, country }) =>
    acknowledgementOf(officer(country), id),
  )
  database.close()
  const [known, unread] = [file.slice(0, 50), file.slice(50)]
  const asked: Readonly<Record<Question['name'], readonly Pair[]>> = {
    queue: repeated(first, turns * PER_ROUND.queue),
    again: repeated(known, turns * PER_ROUND.again),
    file: unread,
    later,
    // The service takes one, the floor the next.
    acknowledge: sent.flatMap((one, position) => {
      const other = sent[position + 1]
      return position % 2 === 0 && other ? [{ service: one.service, floor: other.floor }] : []
    }),
  }
  const question = (name: Question['name'], needs: string): Question => {
    const size = Math.min(PER_ROUND[name], Math.floor(asked[name].length / turns))
    return { name, needs, calls: (turn) => asked[name].slice(turn * size, (turn + 1) * size) }
  }
  return [
    question('queue', '"hasNextPage":true'),
    question('again', '"steps"'),
    question('file', '"steps"'),
    question('later', '"hasNextPage":true'),
    question('acknowledge', '"problems":[]'),
  ]
}

const repeated = (pairs: readonly Pair[], count: number): readonly Pair[] =>
  Array.from({ length: count }, (_, position) => pairs[position % pairs.length] as Pair)

interface Named {
  readonly id: string
  readonly country: CountryCode
}

/** About 13 acts each, spread over the whole table; read by the requesting country. */
function filesUnderWay(database: Database.Database, count: number): readonly Named[] {
  const found = database
    .prepare<[], Named>(`select id, requesting_country as country from cases
      where stage in ('ACCEPTED', 'HANDOVER_AGREED', 'HANDED_OVER', 'RECEIVED') order by id`)
    .all()
  return spread(found, count)
}

const waitingCases = (database: Database.Database, count: number): readonly Named[] =>
  database
    .prepare<[number], Named>(`select id, country_of_return as country from cases
      where stage = 'SENT' and version = 4 order by id desc limit ?`)
    .all(count)

/** Places in the officers' queues, a page apart or more; rows without a due day come last and are left alone. */
function laterPages(database: Database.Database, officers: readonly Officer[], count: number): readonly Pair[] {
  const rows = database
    .prepare<[string, string], Place>(`select due_day, case_id, step from queue
      where office_id = ? and roles like ? and due_day < '9999' order by due_day, case_id, step`)
    .raw()
  const pages = officers.flatMap((officer) => {
    const all = rows.all(officer.office, `%,${officer.role},%`)
    const ends = all.filter((_, position) => position % 25 === 24 && position + 25 < all.length)
    return spread(ends, Math.ceil(count / officers.length)).map((place) => queueOf(officer, place))
  })
  // Neighbours in the list are of different offices.
  return spread(pages, count, 101)
}

/** `count` of a list, evenly spread over it (all of them where there are fewer), in steps of `stride`. */
function spread<T>(list: readonly T[], count: number, stride = 1): readonly T[] {
  const taken = Math.min(count, list.length)
  return Array.from({ length: taken }, (_, position) => {
    const place = (position * stride) % taken
    return list[Math.floor((place * list.length) / taken)] as T
  })
}
