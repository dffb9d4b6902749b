import { caseAction, stepsOf } from './act.ts'
import { closureFields } from './inputs.ts'

/** The country of return proposes to close, after the last visit or before it; what was left is not owed meanwhile. */
export const proposeClosure = caseAction(
  'proposeClosure',
  'The country of return proposes to close the case, with a coded reason.',
  closureFields,
  (file, { reason }) => ({ result: reason, step: stepsOf(file, 'proposeClosure')[0] }),
)
