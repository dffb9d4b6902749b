import { caseId, caseIds, code, codes, counts, crossingId, flag, instant, optional } from '../kernel/fields.ts'

// All that an officer can enter about a handover.

export const proposeHandoverFields = {
  caseIds: caseIds('Cases on the list: one or many, all of one corridor, each accepted for return.'),
  crossing: crossingId('Where the two posts meet; it must belong to the pair.'),
  at: instant('any', 'When the posts meet, UTC.'),
  escort: code('escort', 'Who escorts.'),
  escortSex: optional(code('escort-sex', 'Needed with an escort where women or girls travel.')),
  transport: code('transport', 'Kind of transport.'),
  needs: codes('needs', 'What the list as a whole needs on the way.'),
} as const

export const counterproposeFields = {
  at: instant('any', 'When the posts meet, UTC.'),
  crossing: crossingId('Where the two posts meet; it must belong to the pair.'),
} as const

export const rescheduleFields = {
  at: instant('any', 'When the posts meet, UTC; the same time where only the list changes.'),
  crossing: crossingId('Where the two posts meet; it must belong to the pair.'),
  without: optional(caseIds('Cases taken off the list; each can be put on another. None if left out.')),
} as const

export const noShowFields = { what: code('no-show-kind', 'Why nobody was handed over.') } as const

export const departureCheckFields = {
  caseId: caseId('The case on the list that was checked.'),
  consentReconfirmed: flag('The person still wishes to return.'),
  fitToTravel: flag('The person is fit to travel; no diagnosis.'),
  safeToTravel: flag('Nothing makes the way unsafe.'),
  belongingsReturned: flag('Belongings, wages and papers were given back.'),
} as const

export const recordHandoverFields = {
  handedOverAt: instant('past', 'When the persons were handed over, UTC.'),
  counts: counts('Persons handed over: adult or minor by female, male, other. All six, zero where none.'),
} as const

export const confirmReceptionFields = {
  receivedAt: instant('past', 'When the persons were received, UTC.'),
  counts: counts('Persons received: adult or minor by female, male, other. All six, zero where none.'),
  notReceived: optional(caseIds('Cases on the list that did not arrive; each opens an incident. None if left out.')),
} as const
