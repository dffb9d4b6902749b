import type { Code, OfficeId } from '../../kernel/ids.ts'
import type { Route } from '../../procedures/procedure.ts'
import type { Act } from '../case-file.ts'
import type { Consent, Profile } from '../case-state.ts'
import type { Role } from '../roles.ts'
import { type Effects, endRound, type Writable } from './effect.ts'

/** From the draft to the acceptance. */
export const requestEffects: Effects = {
  draftRequest: begin('ordinary'),
  openFastTrack: (state, act) => {
    begin('fast-track')(state, act)
    takeConsent(state, act)
    send(state, act)
  },
  recordReceptionWithoutRequest: (state, act) => {
    begin('unannounced')(state, act)
    state.receptionPlace = act.record['receptionPlace'] as Code
  },
  updateDraft: takeProfile,
  recordIdentification: (state, act) => {
    const { result, decidingBody } = act.record as { result: Code; decidingBody: Code }
    state.profile = { ...state.profile, identification: result, decidingBody }
    if (result === 'not-a-victim') state.stopped = { kind: 'not-proceeding', at: act.at }
  },
  recordConsent: (state, act) => {
    const before = state.consent
    takeConsent(state, act)
    state.authors = new Set([...state.authors, act.by.person])
    // A request may be out for verification and tracing without consent to return: only a change of mind stops it.
    const turns = before?.return !== 'refused' && state.consent?.return === 'refused'
    const refuses = state.consent?.share === 'refused' || turns
    // Before sending, a refusal reaches nobody: the guards keep the request at home.
    if (state.route === 'ordinary' && state.sentAt && refuses) state.stopped = { kind: 'not-proceeding', at: act.at }
  },
  submitForReview: (state, act) => {
    state.authors = new Set([...state.authors, act.by.person])
  },
  reviewRequest: (state, act) => {
    if (act.result === 'approved' && state.sentAt === null) send(state, act)
  },
  returnForInformation: (state, act) => {
    const { reason, questions } = act.record as { reason: Code; questions: readonly Code[] }
    state.roundsUsed += 1
    state.roundsSinceMeeting += 1
    state.round = { number: state.roundsUsed, reason, questions, askedAt: act.at }
    state.stops = [...state.stops, { from: act.at, until: null }]
  },
  answerQuestions: endRound,
  refuseReturn: (state, act) => {
    state.stopped = { kind: 'refused', at: act.at }
  },
  recordRiskAssessment: (state, act) => {
    if (act.result === 'high' || act.record['refoulementConcern'] === true)
      state.stopped = { kind: 'not-proceeding', at: act.at }
  },
  recordBestInterests: (state, act) => {
    // After a fast track the child has already arrived: the decision tells where it lives, and stops nothing.
    if (act.result === 'not-return' && state.route === 'ordinary')
      state.stopped = { kind: 'not-proceeding', at: act.at }
  },
  acceptReturn: (state, act) => {
    endRound(state, act)
    state.receptionPlace = act.record['receptionPlace'] as Code
  },
  assignOffice: (state, act) => {
    const { role, office } = act.record as { role: Role; office: OfficeId }
    const others = state.assigned.filter((one) => one.role !== role || one.country !== act.by.country)
    state.assigned = [...others, { country: act.by.country, role, office }]
  },
  forwardRequest: startAgain,
}

function begin(route: Route) {
  return (state: Writable, act: Act): void => {
    state.route = route
    takeProfile(state, act)
  }
}

function takeProfile(state: Writable, act: Act): void {
  const { note: _note, noteSide: _side, ...profile } = act.record
  state.profile = { ...state.profile, ...(profile as unknown as Profile) }
  state.child = act.record['child'] === true
  state.authors = new Set([...state.authors, act.by.person])
}

function takeConsent(state: Writable, act: Act): void {
  state.consent = act.record as unknown as Consent
}

function send(state: Writable, act: Act): void {
  state.sentAt = act.at
  state.sentSeq = act.seq
}

/** Forwarded: another country will be asked, so the person is asked again first, and nothing is sent yet. */
function startAgain(state: Writable, act: Act): void {
  state.hold = null
  state.round = null
  state.consent = null
  state.sentAt = null
  state.sentSeq = Number.POSITIVE_INFINITY
  state.roundsUsed = 0
  state.roundsSinceMeeting = 0
  state.otherDays = 0
  state.stops = []
  state.holds = []
  state.closing = false
  state.results = new Map()
  state.proposals = new Map()
  state.disputes = []
  state.reviewUsed = false
  state.linkedPrevious = null
  // What its own side wrote of the person goes with the case, and is read again before it crosses; what was kept at home stays.
  state.notes = state.notes.flatMap((note) =>
    note.country === act.by.country
      ? []
      : [note.status === 'returned' ? note : { ...note, status: 'waiting', reviewedAt: null }],
  )
  state.assigned = state.assigned.filter(({ country }) => country !== act.by.country)
}
