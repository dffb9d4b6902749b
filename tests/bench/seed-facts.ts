import Database from 'better-sqlite3'
import { Seeded } from '../../server/demo/seeded.ts'
import { countryCodes } from '../../server/domain/kernel/country.ts'
import type { Templates } from './templates.ts'

/** Milestones, steps, branches and services that a case leaves behind. */
const FACTS_A_CASE = 17
const QUARTERS_BACK = 8
/** So much longer than in its template a fact may have taken, in days. */
const LONGER = 12

interface Fact {
  readonly id: string
  readonly from: string
  readonly to: string
}

/** The quarters up to that of a day, the latest last. */
function quartersUpTo(day: string): readonly string[] {
  const last = Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3)
  return Array.from({ length: QUARTERS_BACK }, (_, back) => last - QUARTERS_BACK + 1 + back).map(
    (quarter) => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`,
  )
}

/**
 * Fills the statistics as so many cases would have: facts of the templates again and again, spread over two years. Few
 * corridors have most of the cases and some have a handful, as codes do: small cells are what a report takes time for.
 */
export function fillFacts(path: string, templates: Templates, day: string, cases: number): void {
  const database = new Database(path)
  for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'cache_size = -400000', 'temp_store = MEMORY'])
    database.pragma(pragma)
  database.prepare('attach ? as real').run(templates.path)
  const indexes = database
    .prepare<[], { name: string; sql: string }>(
      "select name, sql from sqlite_master where type = 'index' and tbl_name = 'statistics' and sql <> ''",
    )
    .all()
  for (const { name } of indexes) database.exec(`drop index ${name}`)
  const facts = database
    .prepare<[], Fact>(
      'select id, requesting_country as "from", country_of_return as "to" from real.statistics order by id',
    )
    .all()
  const quarters = quartersUpTo(day)
  const weights = weightsOf(facts)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  database.exec('create temp table quarters (place integer primary key, quarter text)')
  for (const [place, quarter] of quarters.entries())
    database.prepare('insert into temp.quarters values (?, ?)').run(place, quarter)
  const copy = copier(database, quarters.length)
  database.transaction(() => {
    for (const [position, { id }] of facts.entries()) {
      const times = Math.round((FACTS_A_CASE * cases * (weights[position] ?? 0)) / whole)
      if (times > 0) copy.run({ id, times, turn: position })
    }
  })()
  for (const { sql } of indexes) database.exec(sql)
  database.close()
}

/** The n-th corridor has n^1.8 times fewer than the first; within it, facts are of unequal weight too. */
function weightsOf(facts: readonly Fact[]): readonly number[] {
  const corridors = countryCodes
    .flatMap((from) => countryCodes.map((to) => `${from} ${to}`))
    .toSorted((one, other) => placeOf(one) - placeOf(other))
  const chance = new Seeded(facts.length)
  return facts.map(({ from, to }) => (corridors.indexOf(`${from} ${to}`) + 1) ** -1.8 / (1 + chance.below(40)))
}

/** An order of corridors that has nothing to do with the alphabet. */
const placeOf = (corridor: string): number =>
  [...corridor].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7) % 1009

/** Copies a fact so many times, each into some quarter and with some days more; a step that took longer is late. */
function copier(database: Database.Database, quarters: number) {
  const columns = (database.pragma('table_info(statistics)') as { name: string }[]).map(({ name }) => name)
  const more = `(number * 31 + @turn * 17) % ${LONGER}`
  const own: Readonly<Record<string, string>> = {
    id: 'lower(hex(randomblob(16)))',
    quarter: `(select quarter from temp.quarters where place = (number * 5 + @turn) % ${quarters})`,
    days: `iif(days is null, null, days + ${more})`,
    kept: `iif(kept is null, null, kept and ${more} < ${LONGER - 2})`,
  }
  return database.prepare(
    `with recursive numbers (number) as (select 0 union all select number + 1 from numbers where number < @times - 1)
     insert into main.statistics (${columns.join(', ')})
     select ${columns.map((name) => own[name] ?? name).join(', ')}
     from real.statistics, numbers where real.statistics.id = @id`,
  )
}
