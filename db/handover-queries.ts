import { and, asc, eq } from 'drizzle-orm'
import type { Handover } from '../server/domain/handovers/handover.ts'
import type { CaseId, HandoverId, OfficeId } from '../server/domain/kernel/ids.ts'
import type { Engine } from './engine.ts'
import { param, statement } from './statement.ts'

const handoversByIds = statement(({ q, t, within }) =>
  q
    .select({ id: t.handovers.id, version: t.handovers.version, content: t.handovers.content })
    .from(t.handovers)
    .where(within(t.handovers.id, param('ids'))),
)
const listsByIds = statement(({ q, t, within }) =>
  q
    .select({ handover: t.handoverCases.handover, caseId: t.handoverCases.caseId })
    .from(t.handoverCases)
    .where(within(t.handoverCases.handover, param('ids')))
    .orderBy(asc(t.handoverCases.handover), asc(t.handoverCases.position)),
)
const partsOfHandovers = statement(({ q, t, within }) =>
  q
    .selectDistinct({ handover: t.handoverCases.handover, office: t.parts.office })
    .from(t.handoverCases)
    .innerJoin(t.parts, eq(t.parts.caseId, t.handoverCases.caseId))
    .where(and(within(t.handoverCases.handover, param('ids')), eq(t.parts.office, param('office')))),
)

export interface StoredHandover {
  readonly handover: Handover
  /** Of the offices that have a part in one of its cases: the one asked about, or none. */
  readonly parts: ReadonlySet<OfficeId>
}

/** Lists with whether `office` has a part in them; what does not exist is left out. Three statements, however many. */
export async function loadHandovers(
  engine: Engine,
  ids: readonly HandoverId[],
  office: OfficeId,
): Promise<StoredHandover[]> {
  if (ids.length === 0) return []
  const list = { ids: JSON.stringify(ids) }
  const [rows, cases, parts] = await Promise.all([
    engine.all(handoversByIds, list),
    engine.all(listsByIds, list),
    engine.all(partsOfHandovers, { ...list, office }),
  ])
  return rows.map((row) => {
    const caseIds = cases.filter(({ handover }) => handover === row.id).map(({ caseId }) => caseId as CaseId)
    const content = JSON.parse(row.content) as Omit<Handover, 'id' | 'version' | 'caseIds'>
    const found = parts.filter(({ handover }) => handover === row.id).map((part) => part.office as OfficeId)
    return {
      handover: { ...content, id: row.id as HandoverId, version: row.version, caseIds },
      parts: new Set(found),
    }
  })
}
