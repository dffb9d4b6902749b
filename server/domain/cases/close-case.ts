import { caseAction, stepsOf } from './act.ts'
import { closeFields } from './branch-inputs.ts'

/** The requesting country closes what the country of return proposed to close, or says that it is too early. */
export const closeCase = caseAction(
  'closeCase',
  'The other country agrees to the closure, or declines it: then what was left is owed again.',
  closeFields,
  (file, { agree }) => {
    if (agree !== 'NO') return {}
    return { result: 'declined', completes: false, reopens: stepsOf(file, 'proposeClosure') }
  },
)
