import { type Problem, problem } from '../kernel/problem.ts'
import type { CaseState } from './case-state.ts'

/**
 * What is missing before anything may be shared: the person's consent, given after the leaflet on rights; for a child the
 * guardian's, and the child's view. Where nothing was stated of the leaflet, as older clients do, it stands in nobody's way.
 */
export function consentProblem({ consent, child }: Pick<CaseState, 'consent' | 'child'>): Problem | null {
  if (!consent || consent.share === 'not-yet') return problem('CONSENT_MISSING')
  if (consent.share !== 'given') return problem('CONSENT_REFUSED')
  if (consent.leafletGiven === false) return problem('LEAFLET_NOT_GIVEN')
  if (child && consent.guardian !== 'given') return problem('GUARDIAN_CONSENT_MISSING')
  return child && !consent.childView ? problem('CHILD_VIEW_MISSING') : null
}

/** The person does not agree to share, or for a child the guardian does not: it is not only still to be asked. */
export const refusesToShare = ({ consent, child }: Pick<CaseState, 'consent' | 'child'>): boolean =>
  consent?.share === 'refused' || (child && consent?.guardian === 'refused')

/** What was agreed allows nothing to be shared, so far. */
export const sharesNothing = ({ consent, child }: Pick<CaseState, 'consent' | 'child'>): boolean =>
  consent?.share !== 'given' || (child && consent.guardian !== 'given')
