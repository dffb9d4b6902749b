import { Refusal, refuse } from '../kernel/problem.ts'
import { caseAction } from './act.ts'
import { formOf, formProblems } from './consent-form.ts'
import { consentFields } from './inputs.ts'

/**
 * Records what the person decided, purpose by purpose; for a child also the guardian's decision and the child's view.
 * A refusal is recorded, never refused: it is the guards that keep the request at home (ACTIP 14(3)).
 */
export const recordConsent = caseAction(
  'recordConsent',
  'Records the decisions of the person, and for a child the guardian and the child’s view.',
  consentFields,
  ({ state }, input, { world }) => {
    if (state.child && !input.guardian) return refuse('GUARDIAN_CONSENT_MISSING', {}, ['guardian'])
    if (state.child && !input.childView) return refuse('CHILD_VIEW_MISSING', {}, ['childView'])
    const unfit = formProblems(world, input)
    if (unfit.length > 0) return new Refusal(unfit)
    return { result: input.share, completes: input.share !== 'not-yet', record: { form: formOf(world, input) } }
  },
)
