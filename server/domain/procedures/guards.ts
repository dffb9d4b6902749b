import type { Actor } from '../cases/actor.ts'
import type { Act, CaseFile } from '../cases/case-file.ts'
import { consentProblem } from '../cases/consent.ts'
import { DAY, type Instant, msOf } from '../kernel/instant.ts'
import { type Problem, problem } from '../kernel/problem.ts'
import type { GuardName } from './guard-names.ts'
import type { Step } from './procedure.ts'

/** What a guard looks at: the file, who acts, and the step it stands before. */
export interface GuardView {
  readonly file: CaseFile
  readonly by: Actor
  readonly now: Instant
  readonly step: Pick<Step, 'after'>
}

const before = ({ file, step }: GuardView): readonly Act[] =>
  step.after.flatMap((key) => file.state.done.get(key) ?? [])

const given = (decision: string | undefined | null): boolean => decision === 'given'

/** How old a risk assessment may be when the return is accepted: assumed (domain.md 7.A, step 11). */
const RISK_DAYS = 30

/** Rounds of questions before the focal agencies meet. */
const ROUNDS = 3

/** Each guard answers null, or the reason it stands in the way. What each rests on: db/guards, by guard-basis.ts. */
export const guards: Readonly<Record<GuardName, (view: GuardView) => Problem | null>> = {
  // A request is read with the notes that wait: who wrote one of them is an author too.
  'not-the-author': ({ file: { state }, by }) =>
    state.authors.has(by.person) ||
    state.notes.some((one) => one.status === 'waiting' && one.country === by.country && one.author === by.person)
      ? problem('ANOTHER_OFFICER_NEEDED')
      : null,

  'not-the-note-author': ({ file, by }) => {
    const next = file.state.notes.find(({ status, country }) => status === 'waiting' && country === by.country)
    return next?.author === by.person ? problem('ANOTHER_OFFICER_NEEDED') : null
  },

  'another-officer': (view) =>
    before(view).some((act) => act.by.person === view.by.person) ? problem('ANOTHER_OFFICER_NEEDED') : null,

  'other-country': (view) =>
    before(view).some((act) => act.by.country === view.by.country) ? problem('OTHER_COUNTRY_NEEDED') : null,

  'consent-recorded': ({ file }) => (file.state.consent ? null : problem('CONSENT_MISSING')),

  'consent-to-share': ({ file: { state } }) => consentProblem(state),

  'consent-to-return': ({ file: { state } }) => {
    if (!given(state.consent?.return)) return problem('RETURN_CONSENT_MISSING')
    return state.child && !given(state.consent?.guardian) ? problem('GUARDIAN_CONSENT_MISSING') : null
  },

  // Residents count as nationals do (ACTIP 15(3)).
  'nationality-or-residence-confirmed': ({ file: { state } }) => {
    const result = state.results.get('recordVerification')
    return result === 'national' || result === 'permanent-resident' ? null : problem('NATIONALITY_NOT_CONFIRMED')
  },

  'risk-cleared': ({ file: { state } }) => {
    const risk = state.results.get('recordRiskAssessment')
    return risk === 'none' || risk === 'manageable' ? null : problem('RISK_NOT_CLEARED')
  },

  'risk-recent': ({ file: { acts }, now }) => {
    const last = acts.findLast(({ action }) => action === 'recordRiskAssessment')
    return last && msOf(now) - msOf(last.at) > RISK_DAYS * DAY ? problem('RISK_OUTDATED', { days: RISK_DAYS }) : null
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

  'follow-up-wished': ({ file: { state } }) => (given(state.consent?.followUp) ? null : problem('FOLLOW_UP_REFUSED')),

  'no-open-dispute': ({ file: { state } }) =>
    state.disputes.some(({ settledAt }) => settledAt === null) ? problem('DISPUTE_OPEN') : null,

  'own-dispute-open': ({ file: { state }, by }) =>
    state.disputes.some(({ country, settledAt }) => country === by.country && settledAt === null)
      ? null
      : problem('NO_OPEN_DISPUTE'),

  // One round at a time; a fourth return needs the two focal agencies to meet first (model.md).
  'round-possible': ({ file: { state } }) => {
    if (state.round) return problem('NOT_POSSIBLE_NOW', { action: 'returnForInformation' })
    return state.roundsSinceMeeting >= ROUNDS ? problem('ROUNDS_USED', { rounds: ROUNDS }) : null
  },

  // A refusal, or a nationality that was not confirmed; once.
  'review-possible': ({ file: { state } }) => {
    const verified = state.results.get('recordVerification')
    const unsettled = state.stopped === null && (verified === 'not-confirmed' || verified === 'inconclusive')
    if (state.stopped?.kind !== 'refused' && !unsettled) return problem('NOTHING_TO_REVIEW')
    return state.reviewUsed ? problem('REVIEW_USED') : null
  },

  'incident-open': ({ file: { state } }) => (state.missingSince === null ? problem('NO_INCIDENT') : null),

  'on-hold': ({ file: { state } }) => (state.hold ? null : problem('NOT_POSSIBLE_NOW')),

  'not-on-hold': ({ file: { state } }) => (state.hold ? problem('ON_HOLD', { hold: state.hold.reason }) : null),
}
