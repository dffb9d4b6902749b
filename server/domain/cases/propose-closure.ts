import { caseAction } from './act.ts'
import { closureFields } from './inputs.ts'

/** The country of return proposes to close. */
export const proposeClosure = caseAction(
  'proposeClosure',
  'The country of return proposes to close the case, with a coded reason.',
  closureFields,
  (_file, { reason }) => ({ result: reason }),
)
