import type { Code, CrossingId, OfficeId, StepKey } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { openSteps } from '../procedures/steps.ts'
import type { Act, CaseFile } from './case-file.ts'
import type { CaseState, Consent, Profile } from './case-state.ts'
import type { Role } from './roles.ts'

type Writable = { -readonly [K in keyof CaseState]: CaseState[K] }

const empty = (): Writable => ({
  profile: {} as Profile,
  child: false,
  consent: null,
  authors: new Set(),
  sentAt: null,
  round: null,
  roundsUsed: 0,
  stops: [],
  holds: [],
  hold: null,
  stopped: null,
  results: new Map(),
  handover: null,
  assigned: [],
  missingSince: null,
  done: new Map(),
  opened: new Map(),
})

/** What each act means for the state. Only what is special about it; steps are handled for all alike. */
const effects: Partial<Record<Act['action'], (state: Writable, act: Act) => void>> = {
  draftRequest: takeProfile,
  updateDraft: takeProfile,
  recordConsent: (state, act) => {
    state.consent = act.record as unknown as Consent
    const refuses = state.consent.share === 'refused' || state.consent.return === 'refused'
    // Before sending, a refusal reaches nobody: the guards keep the request at home.
    if (state.sentAt && refuses) state.stopped = { kind: 'not-proceeding', at: act.at }
  },
  submitForReview: (state, act) => {
    state.authors = new Set([...state.authors, act.by.person])
  },
  reviewRequest: (state, act) => {
    if (act.result === 'approved') state.sentAt = act.at
  },
  returnForInformation: (state, act) => {
    const { reason, questions } = act.record as { reason: Code; questions: readonly Code[] }
    state.roundsUsed += 1
    state.round = { number: state.roundsUsed, reason, questions, askedAt: act.at }
    state.stops = [...state.stops, { from: act.at, until: null }]
  },
  answerQuestions: (state, act) => {
    state.round = null
    state.stops = state.stops.map((stop) => (stop.until === null ? { ...stop, until: act.at } : stop))
  },
  refuseReturn: (state, act) => {
    state.stopped = { kind: 'refused', at: act.at }
  },
  recordRiskAssessment: (state, act) => {
    if (act.result === 'high' || act.record['refoulementConcern'] === true)
      state.stopped = { kind: 'not-proceeding', at: act.at }
  },
  recordBestInterests: (state, act) => {
    if (act.result === 'not-return') state.stopped = { kind: 'not-proceeding', at: act.at }
  },
  placeOnHold: (state, act) => {
    state.hold = { reason: act.record['reason'] as Code, since: act.at, country: act.by.country }
    state.holds = [...state.holds, { from: act.at, until: null }]
  },
  reviewHold: (state, act) => {
    if (act.record['goesOn'] === false) lift(state, act)
  },
  resumeCase: lift,
  withdrawConsent: (state, act) => {
    state.stopped = { kind: act.record['noNotice'] === true ? 'not-proceeding' : 'withdrawn', at: act.at }
  },
  withdrawRequest: (state, act) => {
    state.stopped = { kind: 'withdrawn', at: act.at }
  },
  proposeHandover: (state, act) => {
    const { crossing, at } = act.record as { crossing: CrossingId; at: Instant }
    if (act.handover) state.handover = { id: act.handover, crossing, at }
  },
  rescheduleHandover: (state, act) => {
    const { crossing, at } = act.record as { crossing: CrossingId; at: Instant }
    state.handover = act.result === 'taken-off' || !act.handover ? null : { id: act.handover, crossing, at }
  },
  confirmReception: (state, act) => {
    state.missingSince = act.result === 'not-received' ? act.at : null
  },
  assignOffice: (state, act) => {
    const { role, office } = act.record as { role: Role; office: OfficeId }
    const others = state.assigned.filter((one) => one.role !== role || one.country !== act.by.country)
    state.assigned = [...others, { country: act.by.country, role, office }]
  },
}

function lift(state: Writable, act: Act): void {
  state.hold = null
  state.holds = state.holds.map((stop) => (stop.until === null ? { ...stop, until: act.at } : stop))
}

function takeProfile(state: Writable, act: Act): void {
  state.profile = { ...state.profile, ...(act.record as unknown as Profile) }
  state.child = act.record['child'] === true
  state.authors = new Set([...state.authors, act.by.person])
}

function next(procedure: Procedure, before: CaseState, act: Act): CaseState {
  const state: Writable = { ...before }
  effects[act.action]?.(state, act)
  if (state.stopped && state.hold) lift(state, act)
  if (act.result) state.results = new Map(state.results).set(act.action, act.result)
  const done = new Map(state.done)
  for (const key of act.reopens) done.delete(key)
  if (act.step) done.set(act.step, act)
  state.done = done
  const opened = new Map<StepKey, Instant>()
  for (const step of openSteps(procedure, state)) {
    // A step that was just done and is owed again opens anew.
    const since = act.step === step.key ? undefined : before.opened.get(step.key)
    opened.set(step.key, since ?? act.at)
  }
  state.opened = opened
  return state
}

/** The state of a case is a fold over its acts. */
export const replay = (procedure: Procedure, acts: readonly Act[]): CaseState =>
  acts.reduce<CaseState>((state, act) => next(procedure, state, act), empty())

/** The file one act later. */
export const append = (file: CaseFile, act: Act): CaseFile => ({
  ...file,
  version: file.version + 1,
  acts: [...file.acts, act],
  state: next(file.procedure, file.state, act),
})
