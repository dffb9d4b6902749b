import type { Corridor } from '../kernel/country.ts'
import type { Counts } from '../kernel/fields.ts'
import type { CaseId, Code, CrossingId, HandoverId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'

export const handoverStatuses = [
  'PROPOSED',
  'COUNTERPROPOSED',
  'AGREED',
  'NOT_HELD',
  'HANDED_OVER',
  'PARTLY_RECEIVED',
  'RECEIVED',
  'SETTLED',
] as const
type HandoverStatus = (typeof handoverStatuses)[number]

/** A list of 1 to n cases of one corridor at one crossing and time. */
export interface Handover extends Corridor {
  readonly id: HandoverId
  readonly version: number
  readonly status: HandoverStatus
  readonly crossing: CrossingId
  readonly at: Instant
  readonly caseIds: readonly CaseId[]
  /** Persons on the list. */
  readonly counts: Counts
  readonly escort: Code
  /** Null where nobody escorts, or where it was not said. */
  readonly escortSex: Code | null
  readonly transport: Code
  readonly needs: readonly Code[]
  readonly handedOverAt: Instant | null
  readonly receivedAt: Instant | null
  /** On the list, handed over, and not yet confirmed as received. */
  readonly missing: readonly CaseId[]
}
