import { caseAction } from './act.ts'
import { withdrawConsentFields } from './inputs.ts'

/**
 * The person takes the consent back: the case stops in both countries in this one act (ACTIP 14(3)). What the other
 * country sees of it, the person decides.
 */
export const withdrawConsent = caseAction(
  'withdrawConsent',
  'The person takes the consent back, at any time before the handover; the case stops in both countries at once.',
  withdrawConsentFields,
  () => ({}),
)
