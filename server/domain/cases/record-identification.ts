import { caseAction } from './act.ts'
import { identificationFields } from './branch-inputs.ts'

/**
 * The competent body decided whether the person is a victim. Decided once: a person identified already, by either
 * party, is not screened again (ACTIP 14(2)).
 */
export const recordIdentification = caseAction(
  'recordIdentification',
  'Records the decision on identification, with the checklist and the body that decided; it is made once for both countries.',
  identificationFields,
  (_file, { result }) => ({ result, completes: result !== 'presumed' }),
)
