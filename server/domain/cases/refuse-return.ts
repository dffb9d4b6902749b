import { caseAction } from './act.ts'
import { refuseFields } from './inputs.ts'

/** The country of return refuses, with a coded reason both sides read in their own language. */
export const refuseReturn = caseAction(
  'refuseReturn',
  'The focal agency of the country of return refuses the return, with a coded reason.',
  refuseFields,
  (_file, { reason }) => ({ result: 'refused', record: { reason } }),
)
