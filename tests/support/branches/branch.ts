import { type Counts, countCells } from '../../../server/domain/kernel/fields.ts'
import type { Line } from '../play-branch.ts'

/** One branch of a case, to its end. Numbers as B1: domain.md 7.B. */
export interface Branch {
  readonly name: string
  readonly lines: readonly Line[]
  /** Played only where the procedure owes this step. */
  readonly step?: string
}

export const draft: Line = ['A liaison draftRequest', {}, 'DRAFT']
export const draftOfChild: Line = ['A liaison draftRequest', { ageBand: 'age-12-14' }, 'DRAFT']
export const presumed: Line = ['A liaison draftRequest', { identification: 'presumed' }, 'DRAFT']

/** On the way nobody decides on the identification: no such code is known. */
export const undecided = { recordIdentification: { result: 'undecided' } }

/** The requesting country cannot close before the other proposed it. */
export const closedByBoth: readonly Line[] = [
  ['A focal closeCase', {}, 'STEP_NOT_OPEN'],
  ['B focal proposeClosure', { reason: 'not-proceeding' }, 'STOPPED'],
  ['A focal closeCase', {}, 'CLOSED'],
]
export const acknowledgedAndClosed: readonly Line[] = [
  ['B focal acknowledgeWithdrawal', {}, 'STOPPED'],
  ...closedByBoth,
]

/** From the sending to the last step before the handover. */
export const beforeDeparture = [
  'until SENT',
  'until IN_PROGRESS',
  'until recordRiskAssessment',
  'until acceptReturn',
  'until ACCEPTED',
  'until confirmHandover',
  'until HANDOVER_AGREED',
  'until recordHandover',
] as const

export const women = (adultFemale: number): Counts =>
  ({ ...Object.fromEntries(countCells.map((cell) => [cell, 0])), adultFemale }) as Counts
