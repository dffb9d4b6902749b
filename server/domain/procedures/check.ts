import { roles as allRoles } from '../cases/roles.ts'
import { allowedRoles } from '../disclosure/act-rules.ts'
import type { StepKey } from '../kernel/ids.ts'
import { languages } from '../kernel/language.ts'
import { type ActionName, actionNames } from './action-names.ts'
import { guardNames } from './guard-names.ts'
import { ancestors, type Procedure, type Route, routes, type Step } from './procedure.ts'
import { whenFacts } from './when.ts'

/** One thing wrong with a procedure, for the person who writes it. */
export interface Fault {
  readonly code:
    | 'dead-end'
    | 'circle'
    | 'unknown-step'
    | 'unknown-action'
    | 'unknown-guard'
    | 'unknown-role'
    | 'role-not-given'
    | 'unknown-fact'
    | 'nobody-owes'
    | 'label-missing'
    | 'duplicate-step'
    | 'order'
    | 'no-end'
    | 'no-start'
    | 'stop-blocked'
  readonly at: string
  readonly detail: string
}

/** Everything that would let a case get lost in this procedure; empty when none. */
export function checkProcedure(procedure: Procedure): readonly Fault[] {
  const { steps, acts } = procedure
  const keys = new Set(steps.map(({ key }) => key))
  const faults: Fault[] = []
  const fault = (code: Fault['code'], at: string, detail = '') => faults.push({ code, at, detail })
  const label = (at: string, value: Procedure['label'] | undefined) => {
    for (const language of languages) if (!value?.[language]?.trim()) fault('label-missing', at, language)
  }
  label('procedure', procedure.label)
  for (const [position, step] of steps.entries()) {
    if (steps.findIndex(({ key }) => key === step.key) < position) fault('duplicate-step', step.key)
    label(step.key, step.label)
    known(step, keys, fault)
    for (const before of step.after)
      if (keys.has(before) && steps.findIndex(({ key }) => key === before) >= position)
        fault(reaches(procedure, before, step.key) ? 'circle' : 'order', step.key, before)
    const when = step.when
    if (when && 'step' in when && !ancestors(procedure, step.key).has(when.step))
      fault('unknown-step', step.key, `when: ${when.step}`)
  }
  for (const act of acts) {
    label(act.action, act.label)
    rule(act.action, act.action, act.by, act.guards, fault)
    for (const key of [act.from, act.until]) if (!keys.has(key)) fault('unknown-step', act.action, key)
  }
  ends(procedure, fault)
  return faults
}

type Report = (code: Fault['code'], at: string, detail?: string) => void

function known(step: Step, keys: ReadonlySet<StepKey>, fault: Report): void {
  rule(step.key, step.action, step.owedBy, step.guards, fault)
  for (const before of step.after) if (!keys.has(before)) fault('unknown-step', step.key, before)
  if (step.every && !keys.has(step.every.until)) fault('unknown-step', step.key, `every: ${step.every.until}`)
  if (step.when && 'fact' in step.when && !(step.when.fact in whenFacts))
    fault('unknown-fact', step.key, step.when.fact)
}

function rule(at: string, action: ActionName, { side, roles }: Owner, guards: readonly string[], fault: Report): void {
  const isKnown = (actionNames as readonly string[]).includes(action)
  if (!isKnown) fault('unknown-action', at, action)
  if (roles.length === 0) fault('nobody-owes', at)
  const allowed = isKnown ? allowedRoles(action, side, roles) : roles
  for (const role of roles)
    if (!(allRoles as readonly string[]).includes(role)) fault('unknown-role', at, role)
    else if (!allowed.includes(role)) fault('role-not-given', at, `${role} of ${side}`)
  for (const guard of guards) if (!(guardNames as readonly string[]).includes(guard)) fault('unknown-guard', at, guard)
}

type Owner = Step['owedBy']

const reaches = (procedure: Procedure, from: StepKey, to: StepKey): boolean => ancestors(procedure, from).has(to)

/** What a case of each route begins with; a procedure may know fewer routes, but never none for a request. */
const START: Readonly<Record<Route, ActionName>> = {
  ordinary: 'draftRequest',
  'fast-track': 'openFastTrack',
  unannounced: 'recordReceptionWithoutRequest',
}

/** Each route has one start and an end, and every step lies on a way from the one to the other, stopped or not. */
function ends(procedure: Procedure, fault: Report): void {
  for (const route of routes) {
    const steps = procedure.steps.filter((step) => (step.routes ?? ['ordinary']).includes(route))
    const starts = steps.filter(({ after }) => after.length === 0)
    if (route !== 'ordinary' && steps.length === 0) continue
    if (starts.length !== 1 || starts[0]?.action !== START[route])
      fault('no-start', 'procedure', `${route}: exactly one step comes after none: ${START[route]}`)
    const closing = steps.filter(({ action }) => action === 'closeCase')
    if (closing.length === 0) fault('no-end', 'procedure', `${route}: no step closes the case`)
    const leadToEnd = new Set(closing.flatMap(({ key }) => [...ancestors(procedure, key)]))
    for (const step of steps)
      if (!closing.includes(step) && !step.repeats && !step.every && !leadToEnd.has(step.key))
        fault('dead-end', step.key, 'nothing that closes the case comes after it')
  }
  for (const step of procedure.steps)
    if ((step.action === 'closeCase' || step.action === 'proposeClosure') && !step.onStop)
      fault('stop-blocked', step.key, 'a stopped case could never be closed')
}
