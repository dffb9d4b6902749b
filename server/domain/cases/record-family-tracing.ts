import { caseAction } from './act.ts'
import { tracingFields } from './inputs.ts'

/** Records whether the family was traced and how it was assessed; the person may wish no contact. */
export const recordFamilyTracing = caseAction(
  'recordFamilyTracing',
  'The welfare agency of the country of return records the outcome of family tracing and assessment.',
  tracingFields,
  (_file, { result }) => ({ result }),
)
