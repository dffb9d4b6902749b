import { caseAction } from './act.ts'
import { reviewHoldFields } from './inputs.ts'

/** A hold must not become detention: it is looked at again and again, and lifted when its reason has gone. */
export const reviewHold = caseAction(
  'reviewHold',
  'The requesting country says whether a hold goes on; false lifts it.',
  reviewHoldFields,
  (_file, { goesOn }) => ({ result: goesOn ? 'goes-on' : 'lifted' }),
)
