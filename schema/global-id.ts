/** What `node(id:)` can find. */
export type NodeType =
  | 'Case'
  | 'Handover'
  | 'Office'
  | 'Crossing'
  | 'Country'
  | 'Instrument'
  | 'Procedure'
  | 'CodeList'
  | 'Question'
  | 'Meeting'
  | 'LimitProposal'
  | 'Delegation'
  | 'HolidayTable'
  | 'ConsentForm'
  | 'RightsLeaflet'
  | 'ErasureRequest'
  | 'AggregateImport'
  | 'Report'
  | 'ReportPart'
  | 'ReportFile'
  | 'Invitation'
  | 'Account'
  | 'ApiKey'

/** Ids are opaque to clients: nothing is promised about what they are made of. */
export const globalId = (type: NodeType, id: string): string => Buffer.from(`${type}:${id}`).toString('base64url')

export function readGlobalId(given: string): { readonly type: string; readonly id: string } | null {
  const text = Buffer.from(given, 'base64url').toString('utf8')
  const [, type, id] = /^([A-Z][A-Za-z]+):([!-~]{1,120})$/.exec(text) ?? []
  return type && id && globalId(type as NodeType, id) === given ? { type, id } : null
}

/** The id within its type; one that is no id of this type is the id of nothing. */
export const idOf = (type: NodeType, given: string): string => {
  const read = readGlobalId(given)
  return read?.type === type ? read.id : ''
}
