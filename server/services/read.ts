import { type CaseFilter, type CaseOrder, listCaseIds } from '../../db/case-list-queries.ts'
import { caseIdByReference } from '../../db/case-queries.ts'
import { loadHandovers } from '../../db/handover-queries.ts'
import { type WorkKey, type WorkRow, workOf, workOfCase } from '../../db/queue-queries.ts'
import { receiptsOf } from '../../db/receipt-queries.ts'
import type { Actor } from '../domain/cases/actor.ts'
import { parseReference } from '../domain/cases/reference.ts'
import type { CaseView } from '../domain/disclosure/case-view.ts'
import { mayAsk } from '../domain/disclosure/question-rules.ts'
import { seeCase } from '../domain/disclosure/see-case.ts'
import { type HandoverView, readsClosed, seeHandover } from '../domain/disclosure/see-handover.ts'
import type { Receipt } from '../domain/journal/entry.ts'
import type { CaseId, HandoverId, JournalId } from '../domain/kernel/ids.ts'
import { DAY, type Instant, plus } from '../domain/kernel/instant.ts'
import { loadOwnFiles } from './load-files.ts'
import { fillPage, type Page, pageOf } from './page.ts'
import type { ShownCase } from './readings.ts'
import type { Service } from './service.ts'

export type { CaseOrder, WorkRow }

/** Cases through the gate, in the order asked for; what the reader may not see is null. Who hands one out marks it. */
export async function seeCases(service: Service, by: Actor, ids: readonly CaseId[]): Promise<(CaseView | null)[]> {
  const now = service.clock.now()
  const stored = await loadOwnFiles(service, [...new Set(ids)], by)
  const seen = new Map(stored.map((one) => [one.file.id, seeCase(service.world, one, by, now)]))
  return ids.map((id) => seen.get(id) ?? null)
}

/** By reference, as people type it; a reference that cannot be one costs the same answer. */
export async function seeCaseByReference(service: Service, by: Actor, typed: string): Promise<ShownCase | null> {
  const reference = parseReference(typed)
  const id = await caseIdByReference(service.engine, reference ?? '')
  const [view] = await seeCases(service, by, [id ?? ('' as CaseId)])
  const [shown] = await service.readings.show(by, view ? [view] : [], 'case')
  return shown ?? null
}

export async function seeHandovers(
  service: Service,
  by: Actor,
  ids: readonly HandoverId[],
): Promise<(HandoverView | null)[]> {
  const now = service.clock.now()
  const stored = await loadHandovers(service.engine, [...new Set(ids)], by.office)
  const seen = new Map(stored.map((one) => [one.handover.id, seeHandover(service.world, one, by, now)]))
  return ids.map((id) => seen.get(id) ?? null)
}

/** Cases that were closed before this are blocked, whichever country's rule decides. */
function longestRead({ world, clock }: Service): Instant {
  const days = [...world.retention.values()].map(({ blockAfterDays }) => blockAfterDays.count)
  return plus(clock.now(), -(Math.max(...days) + 2) * DAY)
}

/** A page of the cases the reader's office has a part in; one row more than asked tells whether there are more. */
export async function listCases(
  service: Service,
  by: Actor,
  filter: CaseFilter,
  order: CaseOrder,
  after: CaseId | null,
  first: number,
): Promise<Page<ShownCase>> {
  if (by.country === null || !mayAsk('cases', by.role)) return pageOf([], first)
  const closed = { closed: readsClosed(service.world, by), closedAfter: longestRead(service) }
  // The gate may drop what the office's part alone would show.
  const { rows, hasNext } = await fillPage(
    after,
    first,
    (from, limit) => listCaseIds(service.engine, { office: by.office, ...closed }, filter, order, from, limit),
    async (ids) => (await seeCases(service, by, ids)).filter((view) => view !== null),
  )
  return { rows: await service.readings.show(by, rows, 'list'), hasNext }
}

/** What the reader's office owes, by due day; only what the reader's own role may do unless the whole office is asked for. */
export async function listWork(
  service: Service,
  by: Actor,
  wholeOffice: boolean,
  after: WorkKey | null,
  first: number,
): Promise<Page<WorkRow>> {
  if (by.country === null || !mayAsk('myWork', by.role)) return pageOf([], first)
  const rows = await workOf(service.engine, by.office, wholeOffice ? null : by.role, after, first + 1)
  return pageOf(rows, first)
}

/** What of the same list is about one case. */
export async function listWorkOnCase(
  service: Service,
  by: Actor,
  wholeOffice: boolean,
  caseId: CaseId,
): Promise<readonly WorkRow[]> {
  if (by.country === null || !mayAsk('workChanged', by.role)) return []
  return workOfCase(service.engine, by.office, wholeOffice ? null : by.role, caseId)
}

export async function receipts(service: Service, ids: readonly JournalId[]): Promise<ReadonlyMap<JournalId, Receipt>> {
  const rows = await receiptsOf(service.engine, [...new Set(ids)])
  return new Map(rows.map((row) => [row.id, row]))
}
