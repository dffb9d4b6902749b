import type { CaseFile } from '../server/domain/cases/case-file.ts'
import type { QueueRow } from '../server/domain/cases/consequences.ts'
import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { CaseId, OfficeId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { clearQueue, insertPart, insertQueue } from './commit-statements.ts'
import { and, asc, eq, gt, lte } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write } from './statement.ts'

/** Why the queue rows of a country are written anew. */
export interface Reckoning {
  readonly id: string
  readonly country: CountryCode
  readonly why: 'holidays' | 'delegation'
  readonly dueAt: Instant
  /** The last case that was done. */
  readonly cursor: string
}

const dueReckonings = statement(({ q, t }) =>
  q
    .select()
    .from(t.reckonings)
    .where(lte(t.reckonings.dueAt, param('now')))
    .orderBy(asc(t.reckonings.dueAt), asc(t.reckonings.id)),
)
const insertReckoning = statement(({ q, t }) =>
  q.insert(t.reckonings).values({
    id: param('id'),
    country: param('country'),
    why: param('why'),
    dueAt: param('dueAt'),
    cursor: param('cursor'),
  }),
)
const oneReckoning = statement(({ q, t }) =>
  q
    .select()
    .from(t.reckonings)
    .where(eq(t.reckonings.id, param('id'))),
)
const moveReckoning = statement(({ q, t }) =>
  q
    .update(t.reckonings)
    .set({ cursor: param('next') })
    .where(and(eq(t.reckonings.id, param('id')), eq(t.reckonings.cursor, param('cursor')))),
)
const dropReckoning = statement(({ q, t }) =>
  q.delete(t.reckonings).where(and(eq(t.reckonings.id, param('id')), eq(t.reckonings.cursor, param('cursor')))),
)
/** A page of the queue by case, whosever rows they are: how long it takes does not depend on what is found. */
const queuedCases = statement(({ q, t }) =>
  q
    .select({ caseId: t.queue.caseId, office: t.queue.office })
    .from(t.queue)
    .where(gt(t.queue.caseId, param('after')))
    .orderBy(asc(t.queue.caseId))
    .limit(param('limit') as never),
)
const rowsOfCases = statement(({ q, t, within }) =>
  q
    .select()
    .from(t.queue)
    .where(within(t.queue.caseId, param('ids'))),
)
const deleteRow = statement(({ q, t }) =>
  q
    .delete(t.queue)
    .where(
      and(
        eq(t.queue.office, param('office')),
        eq(t.queue.dueDay, param('dueDay')),
        eq(t.queue.caseId, param('caseId')),
        eq(t.queue.step, param('step')),
      ),
    ),
)
const sameVersion = statement(({ q, t }) =>
  q
    .update(t.cases)
    .set({ version: param('version') })
    .where(and(eq(t.cases.id, param('id')), eq(t.cases.version, param('version')))),
)

export const reckoningsDue = async (engine: Engine, now: Instant): Promise<readonly Reckoning[]> =>
  (await engine.all(dueReckonings, { now })) as unknown as readonly Reckoning[]

export const reckoningWrite = (reckoning: Omit<Reckoning, 'cursor'>): Write => ({
  statement: insertReckoning,
  params: { ...reckoning, cursor: '' },
})

/** A reckoning as far as it has come; null once it ended, here or in another process. */
export async function reckoningOf(engine: Engine, id: string): Promise<Reckoning | null> {
  const [row] = await engine.all(oneReckoning, { id })
  return (row as unknown as Reckoning | undefined) ?? null
}

/** Ends a reckoning, or notes how far it has come; refused where another process did so. */
export const reckonedUntil = ({ id, cursor }: Reckoning, next: string | null): Write => ({
  statement: next === null ? dropReckoning : moveReckoning,
  params: { id, cursor, next },
  unless: { rows: 1, refused: 'conflict' },
})

/** Many times the rows that one case can have. */
const PAGE = 300

/** At most so many cases, after a case, with a step that an office of a kind may do; `next` is null at the end. */
export async function casesQueuedFor(
  engine: Engine,
  isTheirs: (office: OfficeId) => boolean,
  after: string,
  most: number,
): Promise<{ readonly ids: readonly CaseId[]; readonly next: string | null }> {
  const rows = (await engine.all(queuedCases, { after, limit: PAGE })) as { caseId: CaseId; office: OfficeId }[]
  const atEnd = rows.length < PAGE
  // The last case of a full page may go on behind it.
  const whole = atEnd ? rows : rows.filter(({ caseId }) => caseId !== rows.at(-1)?.caseId)
  const found = [...new Set(whole.flatMap(({ caseId, office }) => (isTheirs(office) ? [caseId] : [])))]
  const ids = found.slice(0, most)
  if (found.length > most) return { ids, next: ids.at(-1) ?? null }
  return { ids, next: atEnd ? null : (whole.at(-1)?.caseId ?? null) }
}

/** A queue row as it lies in the store. */
export interface StoredRow extends Omit<QueueRow, 'roles'> {
  readonly caseId: CaseId
  /** Comma before, between and after. */
  readonly roles: string
}

/** The queue rows of cases, of every office. */
export async function queueRowsOfCases(engine: Engine, ids: readonly CaseId[]): Promise<readonly StoredRow[]> {
  const rows = await engine.all(rowsOfCases, { ids: JSON.stringify(ids) })
  return rows.map((row) => ({ ...row, owes: row.owes === 1 })) as unknown as readonly StoredRow[]
}

/** Some queue rows of a case in place of others; refused where the case has changed meanwhile. */
export const requeueWrites = (
  { id, version }: Pick<CaseFile, 'id' | 'version'>,
  wrong: readonly StoredRow[],
  right: readonly QueueRow[],
): readonly Write[] => [
  { statement: sameVersion, params: { id, version }, unless: { rows: 1, refused: 'conflict' } },
  // What is to be written goes as well: another process may have written it for another reason.
  ...[...wrong, ...right].map(({ office, dueDay, step }) => ({
    statement: deleteRow,
    params: { office, dueDay, step, caseId: id },
  })),
  ...right.map((row) => insertRow(id, row)),
  ...[...new Set(right.map(({ office }) => office))].map((office) => ({
    statement: insertPart,
    params: { office, caseId: id },
  })),
]

/** All queue rows of a case, written anew. */
export const queueWrites = (id: CaseId, rows: readonly QueueRow[]): readonly Write[] => [
  { statement: clearQueue, params: { caseId: id } },
  ...rows.map((row) => insertRow(id, row)),
]

const insertRow = (id: CaseId, row: QueueRow): Write => ({
  statement: insertQueue,
  params: { ...row, caseId: id, roles: `,${row.roles.join(',')},`, owes: row.owes ? 1 : 0 },
})
