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
  return stepsOfRoute(procedure, state.route).map(({ step, after }) => {
    const waitsFor = after.every((key) => complete.has(key)) ? NOTHING : after.filter((key) => !complete.has(key))
    const status = statusOf(step, waitsFor, state, closed)
    if (status !== 'open' && status !== 'waiting') complete.add(step.key)
    return { step, status, waitsFor }
  })
}

const NOTHING: readonly StepKey[] = []

interface RouteStep {
  readonly step: Step
  /** Only steps of the same route: the others are never waited for. */
  readonly after: readonly StepKey[]
}

/** The steps that a case of one route has; before its first act it has no route, and every step may be the first. */
function stepsOfRoute(procedure: Procedure, route: Route | null): readonly RouteStep[] {
  const known = ofRoute.get(procedure) ?? new Map<Route | null, readonly RouteStep[]>()
  ofRoute.set(procedure, known)
  const found = known.get(route)
  if (found) return found
  const steps = procedure.steps.filter((step) => servesRoute(step.routes ?? ['ordinary'], { route }))
  const keys = new Set(steps.map(({ key }) => key))
  const made = steps.map((step) => ({ step, after: step.after.filter((key) => keys.has(key)) }))
  known.set(route, made)
  return made
}

const ofRoute = new WeakMap<Procedure, Map<Route | null, readonly RouteStep[]>>()

function statusOf(step: Step, waitsFor: readonly StepKey[], state: Replayed, closed: boolean): StepStatus {
  const applies = holds(step, state)
  const again = step.every ? !state.done.has(step.every.until) : step.repeats && applies
  if (state.done.has(step.key) && !again) return 'done'
  if (closed || ((state.stopped || state.closing) && !step.onStop)) return 'lapsed'
  if (waitsFor.length > 0) return 'waiting'
  if (step.every) return again ? 'open' : 'skipped'
  return applies ? 'open' : 'skipped'
}

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
export function isDone({ done }: Pick<CaseState, 'done'>, action: Act['action']): boolean {
  for (const act of done.values()) if (act.action === action) return true
  return false
}
