import { caseAction } from './act.ts'
import { noFields } from './inputs.ts'

/** The country of return says that an officer took the request in hand; a machine's receipt is not that. */
export const acknowledgeRequest = caseAction(
  'acknowledgeRequest',
  'The focal agency of the country of return takes the request in hand.',
  noFields,
  () => ({}),
)
