import { caseAction } from './act.ts'
import { reintegrationFields } from './branch-inputs.ts'

/** What comes after reception is planned with the person. */
export const planReintegration = caseAction(
  'planReintegration',
  'The country of return records the plan for the time after reception, in codes.',
  reintegrationFields,
  () => ({}),
)
