import type { StepKey } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { openSteps } from '../procedures/steps.ts'
import type { Act, CaseFile } from './case-file.ts'
import type { CaseState, Profile } from './case-state.ts'
import { branchEffects, dropDisputes } from './effects/branches.ts'
import { endRound, lift, type Writable } from './effects/effect.ts'
import { handoverEffects } from './effects/handover.ts'
import { noteEffects, takeNote } from './effects/notes.ts'
import { requestEffects } from './effects/request.ts'

const empty = (): Writable => ({
  route: null,
  profile: {} as Profile,
  child: false,
  consent: null,
  authors: new Set(),
  sentAt: null,
  sentSeq: Number.POSITIVE_INFINITY,
  round: null,
  roundsUsed: 0,
  roundsSinceMeeting: 0,
  otherDays: 0,
  stops: [],
  holds: [],
  hold: null,
  stopped: null,
  results: new Map(),
  closing: false,
  handover: null,
  meeting: null,
  receptionPlace: null,
  followUpEnded: false,
  disputes: [],
  notes: [],
  proposals: new Map(),
  linkedPrevious: null,
  reviewUsed: false,
  assigned: [],
  missingSince: null,
  done: new Map(),
  opened: new Map(),
})

function next(procedure: Procedure, before: CaseState, act: Act): CaseState {
  const state: Writable = { ...before }
  requestEffects[act.action]?.(state, act)
  handoverEffects[act.action]?.(state, act)
  branchEffects[act.action]?.(state, act)
  noteEffects[act.action]?.(state, act)
  takeNote(state, act)
  if (state.stopped) endWaiting(state, act)
  if (state.stopped && state.stopped.kind !== 'refused') dropDisputes(state, act)
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

/** A case that goes no further waits for nobody: neither on hold nor for answers. */
function endWaiting(state: Writable, act: Act): void {
  if (state.hold) lift(state, act)
  endRound(state, act)
  state.missingSince = null
}

/** The state of a case is a fold over its acts. */
export const replay = (procedure: Procedure, acts: readonly Act[]): CaseState =>
  acts.reduce<CaseState>((state, act) => next(procedure, state, act), empty())

/** The file one act later. */
export const append = (file: CaseFile, act: Act): CaseFile => ({
  ...file,
  version: act.seq,
  acts: [...file.acts, act],
  state: next(file.procedure, file.state, act),
})
