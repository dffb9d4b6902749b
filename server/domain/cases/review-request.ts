import { refuse } from '../kernel/problem.ts'
import { caseAction } from './act.ts'
import { reviewFields } from './inputs.ts'

/**
 * Four eyes: another person approves and sends, or returns it to the author, who then owes the submission again.
 * Refuses ATTESTATION_MISSING.
 */
export const reviewRequest = caseAction(
  'reviewRequest',
  'Another officer approves the request, which sends it to the country of return, or returns it to its author.',
  reviewFields,
  ({ procedure }, { decision, noIdentifyingDetail }) => {
    if (decision === 'RETURN') {
      const reopens = procedure.steps.filter(({ action }) => action === 'submitForReview').map(({ key }) => key)
      return { result: 'returned', completes: false, reopens }
    }
    return noIdentifyingDetail ? { result: 'approved' } : refuse('ATTESTATION_MISSING', {}, ['noIdentifyingDetail'])
  },
)
