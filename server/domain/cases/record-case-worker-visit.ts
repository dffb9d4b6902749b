import { caseAction } from './act.ts'
import { caseWorkerVisitFields } from './branch-inputs.ts'

/** A case worker of the country of return saw the person where the person is now. */
export const recordCaseWorkerVisit = caseAction(
  'recordCaseWorkerVisit',
  'A case worker of the country of return records a visit to the person before the return.',
  caseWorkerVisitFields,
  (_file, { finding }) => ({ result: finding }),
)
