import { type Problem, problem } from '../kernel/problem.ts'
import type { CaseState } from './case-state.ts'

/** What is missing before anything may be shared: the person's consent; for a child the guardian's, and the child's view. */
export function consentProblem({ consent, child }: Pick<CaseState, 'consent' | 'child'>): Problem | null {
  if (!consent || consent.share === 'not-yet') return problem('CONSENT_MISSING')
  if (consent.share !== 'given') return problem('CONSENT_REFUSED')
  if (child && consent.guardian !== 'given') return problem('GUARDIAN_CONSENT_MISSING')
  return child && !consent.childView ? problem('CHILD_VIEW_MISSING') : null
}
