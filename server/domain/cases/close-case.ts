import { caseAction } from './act.ts'
import { noFields } from './inputs.ts'

/** The requesting country closes what the country of return proposed to close: both must agree. */
export const closeCase = caseAction('closeCase', 'The requesting country agrees to the closure.', noFields, () => ({}))
