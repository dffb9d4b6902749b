import Database from 'better-sqlite3'
import { openDatabase } from '../../db/open.ts'
import { seedProcedures } from '../../db/procedure-queries.ts'
import { Seeded } from '../../server/demo/seeded.ts'
import { issueReference, SYMBOLS } from '../../server/domain/cases/reference.ts'
import { addDays, type Day, type Instant, msOf } from '../../server/domain/kernel/instant.ts'
import { queueAfter, shiftText, type Template, type Templates } from './templates.ts'

/** Due days are spread over this many days, so that every office has more than a page on the first of them. */
const SPREAD = 5
const FIRST_DUE = -3
const NO_DUE_DAY = '9999-12-31'

/** Tables of a case, and what a copy has of its own; `@id`, `@reference` and `@handover` are given for each copy. */
const handover = 'iif(handover_id is null, null, @handover)'
const OWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cases: { id: '@id', reference: '@reference' },
  acts: { case_id: '@id', handover_id: handover, journal_id: 'lower(hex(randomblob(16)))' },
  parts: { case_id: '@id' },
  queue: { case_id: '@id' },
  handovers: { id: '@handover' },
  handover_cases: { case_id: '@id', handover_id: '@handover' },
}

type Row = Readonly<Record<string, unknown>>

/** Where a template's own rows are. */
const OF_CASE: Readonly<Record<string, string>> = {
  cases: 'id = ?',
  handovers: 'id in (select handover_id from real.handover_cases where case_id = ?)',
}

/** Migrated, with procedures; the service itself makes the accounts (main.ts), the cases come in bulk. */
export async function makeDatabase(path: string, start: Instant): Promise<void> {
  const engine = openDatabase(`file:${path}`)
  await engine.migrate()
  await seedProcedures(engine, start)
  await engine.close()
}

/** How many cases of each sort. */
interface Sorts {
  /** Half of them closed, the others at every stage. */
  readonly mixed?: number
  /** Sent, and not yet acknowledged. */
  readonly waiting?: number
  /** At every stage but the last. */
  readonly open?: number
}

/** Fills a database. The n-th case is the same in every database, so that the first pages are as well. */
export function fill(path: string, templates: Templates, start: Instant, sorts: Sorts): void {
  const { mixed = 0, waiting = 0, open = 0 } = sorts
  const database = new Database(path)
  for (const pragma of [
    'journal_mode = OFF',
    'synchronous = OFF',
    'foreign_keys = OFF',
    'temp_store = MEMORY',
    'cache_size = -400000',
  ])
    database.pragma(pragma)
  const indexes = database
    .prepare<[], { name: string; sql: string }>(
      "select name, sql from sqlite_master where type = 'index' and sql <> ''",
    )
    .all()
  // Built at the end, in order, they cost a fraction.
  for (const { name } of indexes) database.exec(`drop index ${name}`)
  const copy = copier(database, templates, start)
  const sorted = Map.groupBy(templates.list, ({ stage }) => (stage === 'CLOSED' ? 'closed' : 'open'))
  const sent = templates.list.filter(({ stage }) => stage === 'SENT')
  const listFor = (number: number): readonly Template[] => {
    if (number >= mixed + open) return sent
    return sorted.get(number < mixed && number % 2 === 0 ? 'closed' : 'open') ?? []
  }
  const insert = database.transaction((from: number, to: number) => {
    for (let number = from; number < to; number += 1) {
      const chance = new Seeded(number)
      chance.below(2) // the first of a counted sequence is too near to its seed
      copy(number, chance.one(listFor(number)), number < mixed + open ? chance.below(SPREAD) : SPREAD)
    }
  })
  const all = mixed + open + waiting
  for (let from = 0; from < all; from += 10_000) insert(from, Math.min(all, from + 10_000))
  for (const { sql } of indexes) database.exec(sql)
  database.close()
}

/** Writes the n-th case: a template's own rows, some days later. Rows so shifted are kept, for the next copy. */
function copier(database: Database.Database, templates: Templates, start: Instant) {
  database.prepare('attach ? as real').run(templates.path)
  // What was agreed on in the templates' world: cases are pinned to it.
  for (const table of ['procedures', 'registers'])
    database.exec(`insert into main.${table} select * from real.${table} where true on conflict do nothing`)
  const tables = Object.keys(OWN).map((table) => tableOf(database, table))
  const known = new Set<string>()
  return (number: number, template: Template, day: number): void => {
    const { file } = template
    const variant = `${file.reference}+${day}`
    if (!known.has(variant)) {
      const rows = rowsOf(template, day)
      for (const { table, real, keep } of tables) keep(variant, rows(table, real.all(file.id)))
      known.add(variant)
    }
    const id = uuid(msOf(start) - 10_000_000 + number, number)
    const five = [0, 1, 2, 3, 4].map((place) => Math.floor(number / SYMBOLS.length ** place) % SYMBOLS.length)
    const reference = issueReference(file.requestingCountry, file.countryOfReturn, 2026, five)
    const own = { variant, id, reference, handover: uuid(msOf(start) + number, number) }
    for (const { copy } of tables) copy.run(own)
  }

  function rowsOf(template: Template, day: number) {
    const { id } = template.file
    const due = queueAfter(templates, template, 0, start).map(({ dueDay }) => dueDay)
    const first = due.filter((one) => one !== NO_DUE_DAY).sort()[0]
    const wanted = addDays(start.slice(0, 10) as Day, FIRST_DUE + day)
    const days = first ? Math.round((Date.parse(wanted) - Date.parse(first)) / 86_400_000) : FIRST_DUE + day
    const shifted = (row: Row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? shiftText(value, days) : value]),
      )
    return (table: string, real: Row[]) =>
      table === 'queue'
        ? queueAfter(templates, template, days, start).map((row) => queueRow(row, id))
        : real.map(shifted)
  }
}

const queueRow = (row: ReturnType<typeof queueAfter>[number], caseId: string): Row => ({
  office_id: row.office,
  due_day: row.dueDay,
  case_id: caseId,
  step: row.step,
  roles: `,${row.roles.join(',')},`,
  owes: row.owes ? 1 : 0,
  amber_at: row.amberAt,
  due_at: row.dueAt,
  opened_at: row.openedAt,
  // No ladder while questions are measured: the clock's own work is measured alone (clock-job.ts).
  next_at: null,
})

/** Keeps the rows of a variant beside the table, and copies them into it. */
function tableOf(database: Database.Database, table: string) {
  const columns = database.pragma(`table_info(${table})`) as { name: string }[]
  const names = columns.map(({ name }) => name)
  database.exec(`create temp table kept_${table} as select '' as variant, * from main.${table} limit 0`)
  database.exec(`create index temp.kept_${table}_by_variant on kept_${table} (variant)`)
  const insert = database.prepare(
    `insert into temp.kept_${table} (variant, ${names.join(', ')}) values (?, ${names.map(() => '?').join(', ')})`,
  )
  const values = names.map((name) => OWN[table]?.[name] ?? name)
  return {
    table,
    /** The template's own rows. */
    real: database.prepare<[string], Row>(`select * from real.${table} where ${OF_CASE[table] ?? 'case_id = ?'}`),
    keep: (variant: string, rows: readonly Row[]) => {
      for (const row of rows) insert.run(variant, ...names.map((name) => row[name]))
    },
    copy: database.prepare(
      `insert into main.${table} (${names.join(', ')})
       select ${values.join(', ')} from temp.kept_${table} where variant = @variant`,
    ),
  }
}

/** A UUIDv7 made of a time and a number. */
function uuid(ms: number, number: number): string {
  const time = ms.toString(16).padStart(12, '0')
  const mixed = (Math.imul(number + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')
  const rest = number.toString(16).padStart(8, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${mixed.slice(0, 3)}-8${mixed.slice(3, 6)}-${mixed.slice(6)}${rest}00`
}
