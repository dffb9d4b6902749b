import { caseAction } from './act.ts'
import { openDisputeFields } from './branch-inputs.ts'

/** Either country says that it sees something differently. Nothing stops for it but the closure. */
export const openDispute = caseAction(
  'openDispute',
  'A focal agency opens a dispute about the case; the case cannot be closed until it is settled.',
  openDisputeFields,
  () => ({}),
)
