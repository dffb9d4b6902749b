import { caseAction } from './act.ts'
import { followUpFields } from './branch-inputs.ts'

/** A visit after reception. Contact lost, or a visit declined, ends the visits; the feedback is still owed. */
export const recordFollowUp = caseAction(
  'recordFollowUp',
  'The country of return records a visit after reception. The other side sees that it was made.',
  followUpFields,
  (_file, { outcome }) => ({ result: outcome }),
)
