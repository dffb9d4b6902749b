import type { consentFields, profileFields } from '../cases/inputs.ts'
import type { ActionName } from '../procedures/action-names.ts'

// What each letter shows: a table, one row a kind. Nothing else is put on a letter.

export const letterKinds = [
  'repatriation-request',
  'acknowledgement',
  'return-for-information',
  'acceptance',
  'refusal',
  'handover-list',
  'handover-minutes',
  'reception-certificate',
  'feedback',
] as const
export type LetterKind = (typeof letterKinds)[number]

/** Acts that are letters wherever they are done: a procedure owes them no step, or several. For all others its steps say it. */
export const letterOfAct: Readonly<Partial<Record<ActionName, LetterKind>>> = {
  returnForInformation: 'return-for-information',
  refuseReturn: 'refusal',
  sendFeedback: 'feedback',
}

/**
 * One row of a letter: a field of the profile or of the consent as they were sent, an input of the act itself, or what
 * the case says of itself.
 */
export type RowName =
  | `profile.${keyof typeof profileFields}`
  | `consent.${keyof typeof consentFields}`
  | `act.${string}`
  | 'procedure'
  | 'requestingCountry'
  | 'countryOfReturn'
  | 'sentAt'
  | 'crossing'
  | 'round'
  | 'note'

interface LetterRule {
  readonly rows: readonly RowName[]
  readonly table?: 'questions' | 'cases'
  /** Left out: the office that wrote it alone signs, and it goes to the focal agency. True: both posts of the crossing sign. */
  readonly bothSign?: boolean
}

const CORRIDOR: readonly RowName[] = ['procedure', 'requestingCountry', 'countryOfReturn']

export const letterRules: Readonly<Record<LetterKind, LetterRule>> = {
  'repatriation-request': {
    rows: [
      ...CORRIDOR,
      'profile.ageBand',
      'profile.ageBasis',
      'profile.sex',
      'profile.claimedStatus',
      'profile.identification',
      'profile.decidingBody',
      'profile.exploitation',
      'profile.controlMeans',
      'profile.recruitment',
      'profile.sector',
      'profile.needs',
      'profile.shelter',
      'consent.share',
      'consent.return',
      'consent.traceFamily',
      'consent.followUp',
      'note',
    ],
  },
  acknowledgement: { rows: [...CORRIDOR, 'sentAt'] },
  'return-for-information': { rows: [...CORRIDOR, 'round', 'act.reason', 'note'], table: 'questions' },
  acceptance: { rows: [...CORRIDOR, 'act.travelDocument', 'act.travelDocumentIssued', 'act.receptionPlace'] },
  refusal: { rows: [...CORRIDOR, 'act.reason', 'note'] },
  'handover-list': {
    rows: [...CORRIDOR, 'act.crossing', 'act.at', 'act.escort', 'act.escortSex', 'act.transport', 'act.needs'],
    table: 'cases',
  },
  'handover-minutes': { rows: [...CORRIDOR, 'crossing', 'act.handedOverAt'], table: 'cases', bothSign: true },
  'reception-certificate': { rows: [...CORRIDOR, 'crossing', 'act.receivedAt'], table: 'cases' },
  feedback: { rows: [...CORRIDOR, 'act.outcome'] },
}
