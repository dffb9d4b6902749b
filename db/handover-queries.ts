import type { Handover } from '../server/domain/handovers/handover.ts'
import type { CaseId, HandoverId, OfficeId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { and, asc, eq } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement } from './statement.ts'

const handoversByIds = statement(({ q, t, within }) =>
  q
    .select({
      id: t.handovers.id,
      version: t.handovers.version,
      content: t.handovers.content,
      part: t.parts.office,
      closedAt: t.cases.closedAt,
    })
    .from(t.handovers)
    .innerJoin(t.handoverCases, eq(t.handoverCases.handover, t.handovers.id))
    .innerJoin(t.cases, eq(t.cases.id, t.handoverCases.caseId))
    .leftJoin(t.parts, and(eq(t.parts.caseId, t.handoverCases.caseId), eq(t.parts.office, param('office'))))
    .where(within(t.handovers.id, param('ids'))),
)
const listsByIds = statement(({ q, t, within }) =>
  q
    .select({ handover: t.handoverCases.handover, caseId: t.handoverCases.caseId })
    .from(t.handoverCases)
    .where(within(t.handoverCases.handover, param('ids')))
    .orderBy(asc(t.handoverCases.handover), asc(t.handoverCases.position)),
)
export interface StoredHandover {
  readonly handover: Handover
  /** When each of its cases was closed in which the office asked about has a part. */
  readonly parts: readonly { readonly closedAt: Instant | null }[]
}

/** Lists with whether `office` has a part in them; what does not exist is left out. Two statements, however many. */
export async function loadHandovers(
  engine: Engine,
  ids: readonly HandoverId[],
  office: OfficeId,
): Promise<StoredHandover[]> {
  if (ids.length === 0) return []
  const list = { ids: JSON.stringify(ids) }
  const [rows, cases] = await Promise.all([
    engine.all(handoversByIds, { ...list, office }),
    engine.all(listsByIds, list),
  ])
  const casesById = Map.groupBy(cases, ({ handover }) => handover)
  // A list comes once for each of its cases.
  return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, [row, ...more]]) => {
    if (!row) return []
    const caseIds = (casesById.get(id) ?? []).map(({ caseId }) => caseId as CaseId)
    const content = JSON.parse(row.content) as Omit<Handover, 'id' | 'version' | 'caseIds'>
    const handover = { ...content, id: id as HandoverId, version: row.version, caseIds }
    const own = [row, ...more].filter(({ part }) => part !== null)
    return [{ handover, parts: own.map(({ closedAt }) => ({ closedAt: closedAt as Instant | null })) }]
  })
}
