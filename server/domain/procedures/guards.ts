import type { Actor } from '../cases/actor.ts'
import type { Act, CaseFile } from '../cases/case-file.ts'
import { type Problem, problem } from '../kernel/problem.ts'
import type { GuardName } from './guard-names.ts'
import type { Step } from './procedure.ts'

/** What a guard looks at: the file, who acts, and the step it stands before. */
export interface GuardView {
  readonly file: CaseFile
  readonly by: Actor
  readonly step: Pick<Step, 'after'>
}

const before = ({ file, step }: GuardView): readonly Act[] =>
  step.after.flatMap((key) => file.state.done.get(key) ?? [])

const given = (decision: string | undefined | null): boolean => decision === 'given'

/** Each guard answers null, or the reason it stands in the way. Articles: domain.md 7.A, ACTIP 14(3), 15(1) and 15(3). */
export const guards: Readonly<Record<GuardName, (view: GuardView) => Problem | null>> = {
  'not-the-author': ({ file, by }) => (file.state.authors.has(by.person) ? problem('ANOTHER_OFFICER_NEEDED') : null),

  'another-officer': (view) =>
    before(view).some((act) => act.by.person === view.by.person) ? problem('ANOTHER_OFFICER_NEEDED') : null,

  'other-country': (view) =>
    before(view).some((act) => act.by.country === view.by.country) ? problem('OTHER_COUNTRY_NEEDED') : null,

  'consent-recorded': ({ file }) => (file.state.consent ? null : problem('CONSENT_MISSING')),

  'consent-to-share': ({ file: { state } }) => {
    if (!state.consent || state.consent.share === 'not-yet') return problem('CONSENT_MISSING')
    if (!given(state.consent.share)) return problem('CONSENT_REFUSED')
    if (state.child && !given(state.consent.guardian)) return problem('GUARDIAN_CONSENT_MISSING')
    return state.child && !state.consent.childView ? problem('CHILD_VIEW_MISSING') : null
  },

  'consent-to-return': ({ file: { state } }) =>
    given(state.consent?.return) ? null : problem('RETURN_CONSENT_MISSING'),

  // Residents count as nationals do (ACTIP 15(3)).
  'nationality-or-residence-confirmed': ({ file: { state } }) => {
    const result = state.results.get('recordVerification')
    return result === 'national' || result === 'permanent-resident' ? null : problem('NATIONALITY_NOT_CONFIRMED')
  },

  'risk-cleared': ({ file: { state } }) => {
    const risk = state.results.get('recordRiskAssessment')
    return risk === 'none' || risk === 'manageable' ? null : problem('RISK_NOT_CLEARED')
  },

  'best-interests-decided': ({ file: { state } }) => {
    if (!state.child) return null
    const outcome = state.results.get('recordBestInterests')
    return outcome === 'return-to-family' || outcome === 'return-to-alternative-care'
      ? null
      : problem('BEST_INTERESTS_MISSING')
  },

  'departure-cleared': ({ file: { state, reference } }) =>
    state.results.get('recordDepartureCheck') === 'clear' ? null : problem('CHECK_NOT_CLEAR', { case: reference }),

  'on-hold': ({ file: { state } }) => (state.hold ? null : problem('NOT_POSSIBLE_NOW')),

  'not-on-hold': ({ file: { state } }) => (state.hold ? problem('ON_HOLD', { hold: state.hold.reason }) : null),
}
