import { caseAction } from './act.ts'
import { noFields } from './inputs.ts'

/** The country of return has taken note that nobody will come. */
export const acknowledgeWithdrawal = caseAction(
  'acknowledgeWithdrawal',
  'The country of return acknowledges that the request was withdrawn.',
  noFields,
  () => ({}),
)
