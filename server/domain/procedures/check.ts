import { roles as allRoles } from '../cases/roles.ts'
import type { StepKey } from '../kernel/ids.ts'
import { languages } from '../kernel/language.ts'
import { actionNames } from './action-names.ts'
import { guardNames } from './guard-names.ts'
import { ancestors, type Procedure, type Step } from './procedure.ts'
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
    rule(act.action, act.action, act.by.roles, act.guards, fault)
    for (const key of [act.from, act.until]) if (!keys.has(key)) fault('unknown-step', act.action, key)
  }
  ends(procedure, fault)
  return faults
}

type Report = (code: Fault['code'], at: string, detail?: string) => void

function known(step: Step, keys: ReadonlySet<StepKey>, fault: Report): void {
  rule(step.key, step.action, step.owedBy.roles, step.guards, fault)
  for (const before of step.after) if (!keys.has(before)) fault('unknown-step', step.key, before)
  if (step.when && 'fact' in step.when && !(step.when.fact in whenFacts))
    fault('unknown-fact', step.key, step.when.fact)
}

function rule(at: string, action: string, owners: readonly string[], guards: readonly string[], fault: Report): void {
  if (!(actionNames as readonly string[]).includes(action)) fault('unknown-action', at, action)
  if (owners.length === 0) fault('nobody-owes', at)
  for (const role of owners) if (!(allRoles as readonly string[]).includes(role)) fault('unknown-role', at, role)
  for (const guard of guards) if (!(guardNames as readonly string[]).includes(guard)) fault('unknown-guard', at, guard)
}

const reaches = (procedure: Procedure, from: StepKey, to: StepKey): boolean => ancestors(procedure, from).has(to)

/** One start, one end, and every step on a way from the one to the other, stopped or not. */
function ends(procedure: Procedure, fault: Report): void {
  const { steps } = procedure
  const starts = steps.filter(({ after }) => after.length === 0)
  if (starts.length !== 1 || starts[0]?.action !== 'draftRequest')
    fault('no-start', 'procedure', 'exactly one step comes after none: draftRequest')
  const end = steps.find(({ action }) => action === 'closeCase')
  if (!end) {
    fault('no-end', 'procedure', 'no step closes the case')
    return
  }
  const leadToEnd = ancestors(procedure, end.key)
  for (const step of steps)
    if (step !== end && !step.repeats && !leadToEnd.has(step.key))
      fault('dead-end', step.key, 'nothing that closes the case comes after it')
  for (const step of steps)
    if ((step.action === 'closeCase' || step.action === 'proposeClosure') && !step.onStop)
      fault('stop-blocked', step.key, 'a stopped case could never be closed')
}
