import type { Side } from '../../kernel/country.ts'
import type { CaseId, Code } from '../../kernel/ids.ts'
import type { Act } from '../case-file.ts'
import { type Effects, lift, type Writable } from './effect.ts'

/** Holds, withdrawals, disputes, reviews, meetings, closure. */
export const branchEffects: Effects = {
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
  reportDeathOrIllness: (state, act) => {
    state.stopped = { kind: 'not-proceeding', at: act.at }
  },
  requestReview: (state) => {
    state.reviewUsed = true
    state.stopped = null
    state.closing = false
  },
  openDispute: (state, act) => {
    const subject = act.record['subject'] as Code
    const dispute = { subject, country: act.by.country, openedAt: act.at, settledAt: null, outcome: null }
    state.disputes = [...state.disputes, dispute]
  },
  resolveDispute: (state, act) => settle(state, act, act.record['outcome'] as Code, true),
  recordFocalMeeting: met,
  recordCaseManagementMeeting: met,
  linkPreviousCase: (state, act) => {
    if (act.result === 'agreed') state.linkedPrevious = act.record['previousCaseId'] as CaseId
    note(state, act)
  },
  moveCase: note,
  proposeClosure: (state) => {
    state.closing = true
  },
  closeCase: (state, act) => {
    if (act.result === 'declined') state.closing = false
  },
}

/** One country's word is kept until the other's agrees with it. */
function note(state: Writable, act: Act): void {
  const proposals = new Map(state.proposals)
  if (act.result === 'agreed') proposals.delete(act.action)
  else
    proposals.set(act.action, {
      country: act.by.country,
      side: act.record['side'] as Side,
      what: String(act.record['what']),
    })
  state.proposals = proposals
}

/** The focal agencies met: rounds and other days are counted anew, and what was settled there is settled. */
function met(state: Writable, act: Act): void {
  state.roundsSinceMeeting = 0
  state.otherDays = 0
  if (act.record['decision'] === 'dispute-settled') settle(state, act, 'at-meeting' as Code, false)
}

/** A person who does not return leaves nothing to dispute. */
export const dropDisputes = (state: Writable, act: Act): void => settle(state, act, 'withdrawn' as Code, false)

function settle(state: Writable, act: Act, outcome: Code, ownOnly: boolean): void {
  state.disputes = state.disputes.map((one) =>
    one.settledAt === null && (!ownOnly || one.country === act.by.country)
      ? { ...one, settledAt: act.at, outcome }
      : one,
  )
}
