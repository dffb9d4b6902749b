import type { Act } from '../cases/case-file.ts'
import type { CaseState } from '../cases/case-state.ts'
import type { StepKey } from '../kernel/ids.ts'
import type { Procedure, Route, Step } from './procedure.ts'
import { whenFacts } from './when.ts'

/** `skipped`: its condition is false. `lapsed`: the case stopped before it was done. Both count as done. */
export type StepStatus = 'done' | 'open' | 'waiting' | 'skipped' | 'lapsed'

export interface StepState {
  readonly step: Step
  readonly status: StepStatus
  /** What it still waits for. */
  readonly waitsFor: readonly StepKey[]
}

type Replayed = Pick<CaseState, 'route' | 'stopped' | 'closing' | 'done'>

/** Which steps are open, done, waiting: one pass, because a procedure lists each step after those it comes after. */
export function stepStates(procedure: Procedure, state: Replayed): readonly StepState[] {
  const known = reckoned.get(state)
  if (known?.procedure === procedure) return known.steps
  const steps = reckonSteps(procedure, state)
  reckoned.set(state, { procedure, steps })
  return steps
}

/** A state never changes, and is asked about many times. */
const reckoned = new WeakMap<Replayed, { readonly procedure: Procedure; readonly steps: readonly StepState[] }>()

function reckonSteps(procedure: Procedure, state: Replayed): readonly StepState[] {
  const complete = new Set<StepKey>()
  const closed = isDone(state, 'closeCase')
  return procedure.steps.map((step) => {
    const waitsFor = step.after.filter((key) => !complete.has(key))
    const status = statusOf(step, waitsFor, state, closed)
    if (status !== 'open' && status !== 'waiting') complete.add(step.key)
    return { step, status, waitsFor }
  })
}

function statusOf(step: Step, waitsFor: readonly StepKey[], state: Replayed, closed: boolean): StepStatus {
  if (!servesRoute(step.routes ?? ['ordinary'], state)) return 'skipped'
  const applies = holds(step, state)
  const again = step.every ? !state.done.has(step.every.until) : step.repeats && applies
  if (state.done.has(step.key) && !again) return 'done'
  if (closed || ((state.stopped || state.closing) && !step.onStop)) return 'lapsed'
  if (waitsFor.length > 0) return 'waiting'
  if (step.every) return again ? 'open' : 'skipped'
  return applies ? 'open' : 'skipped'
}

/** Before the first act a case has no route: every step may be the first. */
export const servesRoute = (routes: readonly Route[], { route }: Pick<CaseState, 'route'>): boolean =>
  route === null || routes.includes(route)

function holds({ when }: Step, state: Replayed): boolean {
  if (when === undefined) return true
  if ('fact' in when) return whenFacts[when.fact](state as CaseState)
  const result = state.done.get(when.step)?.result
  return result !== undefined && result !== null && when.result.includes(result)
}

export const openSteps = (procedure: Procedure, state: Replayed): readonly Step[] =>
  stepStates(procedure, state).flatMap(({ step, status }) => (status === 'open' ? [step] : []))

/** Whether some act of this name has completed a step. */
export const isDone = (state: Pick<CaseState, 'done'>, action: Act['action']): boolean =>
  [...state.done.values()].some((act) => act.action === action)
