import type { Code, CrossingId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Act } from '../case-file.ts'
import type { Effects, Writable } from './effect.ts'

/** From the proposal of a handover to the follow-up after reception. */
export const handoverEffects: Effects = {
  proposeHandover: (state, act) => {
    takeMeeting(state, act)
    state.otherDays = 0
  },
  openFastTrack: takeMeeting,
  counterproposeHandover: (state, act) => {
    takeMeeting(state, act)
    state.meeting = 'counterproposed'
  },
  confirmHandover: (state) => {
    state.meeting = null
  },
  rescheduleHandover: (state, act) => {
    if (act.result === 'taken-off') {
      leaveList(state)
      return
    }
    const before = state.handover
    takeMeeting(state, act)
    if (before?.at !== state.handover?.at || before?.crossing !== state.handover?.crossing) state.otherDays += 1
  },
  reportNoShow: (state) => {
    state.meeting = 'not-held'
  },
  confirmReception: (state, act) => {
    state.missingSince = act.result === 'not-received' ? act.at : null
  },
  settleIncident: (state, act) => {
    state.missingSince = null
    // On a fast track there is no other list: a new request takes its place.
    if (act.record['outcome'] === 'still-in-requesting-country' && state.route === 'ordinary') leaveList(state)
    else state.stopped = { kind: 'not-proceeding', at: act.at }
  },
  recordFollowUp: (state, act) => {
    const outcome = act.record['outcome'] as Code
    if (outcome === 'contact-lost' || outcome === 'declined') state.followUpEnded = true
  },
}

function takeMeeting(state: Writable, act: Act): void {
  const { crossing, at } = act.record as { crossing: CrossingId; at: Instant }
  if (act.handover) state.handover = { id: act.handover, crossing, at }
  state.meeting = null
}

function leaveList(state: Writable): void {
  state.handover = null
  state.meeting = null
}
