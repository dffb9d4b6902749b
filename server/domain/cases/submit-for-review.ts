import { caseAction } from './act.ts'
import { noFields } from './inputs.ts'

/** Hands the draft to a second officer. */
export const submitForReview = caseAction(
  'submitForReview',
  'The author hands the draft to a second officer.',
  noFields,
  () => ({}),
)
