import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { CaseId, OfficeId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
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
