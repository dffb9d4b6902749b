/** The tables of counts that a report may hold: each has a caption in every language. */
export const tableIds = [
  'sent-by-corridor',
  'sent-by-sex-and-age',
  'sent-by-exploitation',
  'sent-by-sector',
  'accepted-by-corridor',
  'received-by-corridor',
  'acknowledged-in-time',
  'verified-in-time',
  'received-in-time',
  'acknowledge-open',
  'verify-open',
  'receive-open',
  'returned-for-information',
  'holds-by-reason',
  'unannounced-by-corridor',
  'refusals-by-reason',
  'disputes-by-subject',
  'stopped-by-corridor',
  'services-by-kind',
] as const
export type TableId = (typeof tableIds)[number]
