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
const moveReckoning = statement(({ q, t }) =>
  q
    .update(t.reckonings)
    .set({ cursor: param('cursor') })
    .where(eq(t.reckonings.id, param('id'))),
)
const dropReckoning = statement(({ q, t }) => q.delete(t.reckonings).where(eq(t.reckonings.id, param('id'))))
const queuedCases = statement(({ q, t, within }) =>
  q
    .selectDistinct({ caseId: t.queue.caseId })
    .from(t.queue)
    .where(and(within(t.queue.office, param('offices')), gt(t.queue.caseId, param('after'))))
    .orderBy(asc(t.queue.caseId))
    .limit(param('limit') as never),
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

/** Ends a reckoning, or notes how far it has come. */
export const reckonedUntil = (id: string, cursor: string | null): Write =>
  cursor === null ? { statement: dropReckoning, params: { id } } : { statement: moveReckoning, params: { id, cursor } }

/** Cases with a step that one of these offices may do, after a case, in the order of their ids. */
export async function casesQueuedFor(
  engine: Engine,
  offices: readonly OfficeId[],
  after: string,
  limit: number,
): Promise<readonly CaseId[]> {
  const rows = await engine.all(queuedCases, { offices: JSON.stringify(offices), after, limit })
  return rows.map(({ caseId }) => caseId as CaseId)
}

/** The queue rows of a case written anew; refused where the case has changed meanwhile. */
export const requeueWrites = (id: CaseId, version: number, rows: readonly QueueRow[]): readonly Write[] => [
  { statement: sameVersion, params: { id, version }, unless: { rows: 1, refused: 'conflict' } },
  ...queueWrites(id, rows),
  ...[...new Set(rows.map(({ office }) => office))].map((office) => ({
    statement: insertPart,
    params: { office, caseId: id },
  })),
]

export const queueWrites = (id: CaseId, rows: readonly QueueRow[]): readonly Write[] => [
  { statement: clearQueue, params: { caseId: id } },
  ...rows.map((row) => ({
    statement: insertQueue,
    params: { ...row, caseId: id, roles: `,${row.roles.join(',')},`, owes: row.owes ? 1 : 0 },
  })),
]
