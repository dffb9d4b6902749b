import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { type Floor, node } from './floor-store.ts'

interface Asked {
  readonly id: string
  readonly version: number
  readonly key: string
  readonly account: string
  readonly office: string
  readonly country: string
  readonly role: string
}
interface Owed {
  readonly office_id: string
  readonly due_day: string
  readonly step: string
  readonly roles: string
  readonly owes: number
  readonly amber_at: string | null
  readonly due_at: string | null
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A on the floor: one transaction for each request, with the rows the service writes. */
export function acknowledgements({ database }: Floor) {
  const prepare = (text: string) => database.prepare(text)
  const insert = (table: string, columns: string) =>
    prepare(`insert into ${table} (${columns}) values (${columns.split(', ').fill('?').join(', ')})`)
  const effect = insert('idempotency', 'account_id, key, input_hash, journal_id, leaf, at, noun_type, noun_id')
  const update = prepare(`update cases set version = ?, stage = 'IN_PROGRESS', updated_at = ?
    where id = ? and version = ? returning requesting_country || country_of_return`).pluck()
  const act = insert(
    'acts',
    'case_id, seq, action, step, reopens, record, account_id, person_id, office_id, country, role, at, journal_id',
  )
  const part = prepare('insert or ignore into parts (office_id, case_id) values (?, ?)')
  const clear = prepare('delete from queue where case_id = ?')
  const queue = insert('queue', 'office_id, due_day, case_id, step, roles, owes, amber_at, due_at, opened_at')
  const journal = insert('journal', 'id, kind, at, leaf')
  const content = insert('journal_content', 'id, salt, content')
  const outbox = insert('outbox', 'id, topic, payload, at')
  const owed = owedAfterwards(database)

  const acknowledge = database.transaction(({ id, version, key, account, office, country, role }: Asked) => {
    const [kind, step, at, entry] = ['acknowledgeRequest', 'acknowledge-request', now(), randomUUID()]
    const [salt, seq] = [randomBytes(32).toString('hex'), version + 1]
    const by = { account, office, country, role }
    const text = JSON.stringify({ at, by, cases: [{ id, record: {}, step, version: seq }], id: entry, kind })
    const leaf = sha256(`${salt}\n${text}`)
    effect.run(account, key, sha256(`${id}${version}`), entry, leaf, at, 'Case', id)
    const corridor = update.get(seq, at, id, version) as string | undefined
    if (!corridor) throw new Error('somebody else changed it')
    act.run(id, seq, kind, step, '[]', '{}', account, account, office, country, role, at, entry)
    clear.run(id)
    const { offices, rows } = owed.get(corridor) ?? { offices: [], rows: [] }
    for (const one of offices) part.run(one, id)
    for (const row of rows)
      queue.run(row.office_id, row.due_day, id, row.step, row.roles, row.owes, row.amber_at, row.due_at, at)
    journal.run(entry, kind, at, leaf)
    content.run(entry, salt, text)
    outbox.run(entry, kind, JSON.stringify({ action: kind, cases: [id], noun: id }), at)
    return {
      acknowledgeRequest: {
        case: { id: node('Case', id), version: seq, stage: 'IN_PROGRESS' },
        receipt: { id: entry, leaf, at },
        problems: [],
      },
    }
  })
  return (asked: Asked) => acknowledge.immediate(asked)
}

const now = () => new Date().toISOString()

/** What is owed in each corridor once a request is acknowledged, and who is new to it: as in a case that stands there. */
function owedAfterwards(database: Floor['database']) {
  const models = database
    .prepare<[], { corridor: string; id: string }>(`
      select requesting_country || country_of_return as corridor, min(id) as id from cases
      where stage = 'IN_PROGRESS' and version = 5 group by requesting_country, country_of_return`)
    .all()
  const owed = database.prepare<[string], Owed>(
    'select office_id, due_day, step, roles, owes, amber_at, due_at from queue where case_id = ?',
  )
  return new Map(
    models.map(({ corridor, id }) => {
      const rows = owed.all(id)
      // The focal agencies had their part before.
      const others = rows.filter(({ roles }) => !roles.includes(',focal,'))
      return [corridor, { rows, offices: [...new Set(others.map(({ office_id }) => office_id))] }]
    }),
  )
}
