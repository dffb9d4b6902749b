/** What an act can be about, as its answer names it. */
export type NounType =
  | 'Case'
  | 'Handover'
  | 'Meeting'
  | 'LimitProposal'
  | 'Delegation'
  | 'HolidayTable'
  | 'ErasureRequest'
