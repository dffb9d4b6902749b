import { refuse } from '../kernel/problem.ts'
import { caseAction } from './act.ts'
import { bestInterestsFields } from './inputs.ts'

/** Records the decision on a child's best interests. `defer` leaves it owed; `not-return` stops the case without a reason shown. */
export const recordBestInterests = caseAction(
  'recordBestInterests',
  'The panel’s decision on the best interests of a child. The other side sees only that it was made.',
  bestInterestsFields,
  ({ state }, { outcome }) =>
    state.child ? { result: outcome, completes: outcome !== 'defer' } : refuse('NOT_A_CHILD'),
)
