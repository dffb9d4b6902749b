import { caseAction } from './act.ts'
import { acceptFields } from './inputs.ts'

/** The country of return accepts. What must be true before is in the procedure's guards. */
export const acceptReturn = caseAction(
  'acceptReturn',
  'The focal agency of the country of return accepts the return of the person.',
  acceptFields,
  () => ({ result: 'accepted' }),
)
