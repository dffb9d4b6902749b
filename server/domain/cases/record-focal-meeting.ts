import { caseAction } from './act.ts'
import { focalMeetingFields } from './branch-inputs.ts'

/** The two focal agencies met about this case: rounds of questions and other days are counted anew. */
export const recordFocalMeeting = caseAction(
  'recordFocalMeeting',
  'A focal agency records that the two focal agencies met about the case, and what they decided.',
  focalMeetingFields,
  (_file, { decision }) => ({ result: decision }),
)
