import { caseAction } from './act.ts'
import { feedbackFields } from './branch-inputs.ts'

/** How the person is, said back to the country that asked for the return. */
export const sendFeedback = caseAction(
  'sendFeedback',
  'The country of return tells the requesting country, in one code, how the person is.',
  feedbackFields,
  (_file, { outcome }) => ({ result: outcome }),
)
