/** What an act can be about, as its answer names it. */
export type NounType =
  | 'Case'
  | 'Handover'
  | 'Meeting'
  | 'LimitProposal'
  | 'Delegation'
  | 'HolidayTable'
  | 'ErasureRequest'
  | 'AggregateImport'
  | 'Report'
  | 'ReportPart'
  | 'ReportFile'

/** What an act on access is about. */
export type AccessNoun = 'Invitation' | 'Account' | 'ApiKey'
