import { caseAction } from './act.ts'
import { riskFields } from './inputs.ts'

/** Records the risk on return. A high one, or a concern of refoulement, stops the case; the other side learns no reason. */
export const recordRiskAssessment = caseAction(
  'recordRiskAssessment',
  'The side that assessed the risk on return records its class. The other side sees only that it was made.',
  riskFields,
  (_file, { risk }) => ({ result: risk }),
)
