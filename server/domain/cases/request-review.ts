import { caseAction, stepsOf } from './act.ts'
import { requestReviewFields } from './branch-inputs.ts'

/** One review of a refusal, or of a nationality that was not confirmed: the verification is owed again. */
export const requestReview = caseAction(
  'requestReview',
  'The requesting country asks, once, that a refusal or a nationality not confirmed be looked at again.',
  requestReviewFields,
  (file) => ({ reopens: stepsOf(file, 'recordVerification', 'proposeClosure', 'acceptReturn') }),
)
