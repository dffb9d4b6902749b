import { caseAction } from './act.ts'
import { holdFields } from './inputs.ts'

/** Either focal agency lets the case wait: every clock stands still, and nobody is handed over meanwhile. */
export const placeOnHold = caseAction(
  'placeOnHold',
  'A focal agency places the case on hold, with a coded reason; every clock stands still until it is lifted.',
  holdFields,
  () => ({}),
)
