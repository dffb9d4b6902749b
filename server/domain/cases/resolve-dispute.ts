import { caseAction } from './act.ts'
import { resolveDisputeFields } from './branch-inputs.ts'

/** The country that opened a dispute says when it is settled; the other's can be settled at a meeting. */
export const resolveDispute = caseAction(
  'resolveDispute',
  'The country that opened a dispute says that it is settled, and how.',
  resolveDisputeFields,
  () => ({ result: 'settled' }),
)
