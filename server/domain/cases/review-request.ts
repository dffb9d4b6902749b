import { refuse } from '../kernel/problem.ts'
import { caseAction, stepsOf } from './act.ts'
import { reviewFields } from './inputs.ts'

/**
 * Four eyes: another person approves and sends, or returns it to the author, who then owes the submission again.
 * Refuses ATTESTATION_MISSING.
 */
export const reviewRequest = caseAction(
  'reviewRequest',
  'Another officer approves the request, which sends it to the country of return, or returns it to its author.',
  reviewFields,
  (file, { decision, noIdentifyingDetail }) => {
    if (decision === 'RETURN') {
      // What was sent already, as on a fast track, cannot go back to its author.
      if (file.state.sentAt) return refuse('NOT_POSSIBLE_NOW', { action: 'reviewRequest' })
      const reopens = stepsOf(file, 'submitForReview')
      return { result: 'returned', completes: false, reopens }
    }
    return noIdentifyingDetail ? { result: 'approved' } : refuse('ATTESTATION_MISSING', {}, ['noIdentifyingDetail'])
  },
)
