import { caseAction } from './act.ts'
import { withdrawRequestFields } from './inputs.ts'

/** The requesting country takes its request back; the other acknowledges, then both close. */
export const withdrawRequest = caseAction(
  'withdrawRequest',
  'The focal agency of the requesting country withdraws a request that was sent, with a coded reason.',
  withdrawRequestFields,
  () => ({}),
)
