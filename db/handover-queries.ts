import type { Handover } from '../server/domain/handovers/handover.ts'
import type { CaseId, HandoverId, OfficeId } from '../server/domain/kernel/ids.ts'
import { and, asc, eq } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement } from './statement.ts'

const handoversByIds = statement(({ q, t, within }) =>
  q
    .selectDistinct({
      id: t.handovers.id,
      version: t.handovers.version,
      content: t.handovers.content,
      part: t.parts.office,
      stage: t.cases.stage,
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
  /** Whether the office asked about has a part in one of its cases. */
  readonly hasPart: boolean
  /** Whether one of those is not closed. */
  readonly hasOpenPart: boolean
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
  // A list comes twice where the office has a part in some of its cases only.
  return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, [row, ...more]]) => {
    if (!row) return []
    const caseIds = (casesById.get(id) ?? []).map(({ caseId }) => caseId as CaseId)
    const content = JSON.parse(row.content) as Omit<Handover, 'id' | 'version' | 'caseIds'>
    const handover = { ...content, id: id as HandoverId, version: row.version, caseIds }
    const own = [row, ...more].filter(({ part }) => part !== null)
    return [{ handover, hasPart: own.length > 0, hasOpenPart: own.some(({ stage }) => stage !== 'CLOSED') }]
  })
}
