import { refuse } from '../kernel/problem.ts'
import { caseAction } from './act.ts'
import { transitStayFields } from './branch-inputs.ts'

/** The stay in a transit centre after reception, a voluntary one; owed until the person has left. */
export const recordTransitStay = caseAction(
  'recordTransitStay',
  'The country of return records the stay in a transit centre; it is done once the person has left.',
  transitStayFields,
  (_file, { arrivedOn, leftOn }) =>
    leftOn !== null && leftOn < arrivedOn
      ? refuse('DAYS_OUT_OF_ORDER', {}, ['leftOn'])
      : { completes: leftOn !== null },
)
