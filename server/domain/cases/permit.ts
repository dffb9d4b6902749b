import { countryOf, type Side } from '../kernel/country.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Problem, problem } from '../kernel/problem.ts'
import type { ActionName } from '../procedures/action-names.ts'
import type { GuardName } from '../procedures/guard-names.ts'
import { guards } from '../procedures/guards.ts'
import { type FreeAct, routes, type Step } from '../procedures/procedure.ts'
import { isDone, type StepState, servesRoute, stepStates } from '../procedures/steps.ts'
import type { World } from '../world.ts'
import type { Actor } from './actor.ts'
import type { CaseFile } from './case-file.ts'
import { officePlaying } from './playing-offices.ts'
import type { Role } from './roles.ts'

/** What an act rests on: the step it completes, or the freedom to do it between two steps. */
export type Permit =
  | { readonly allowed: true; readonly step: Step | null }
  | { readonly allowed: false; readonly problem: Problem }

const no = (reason: Problem): Permit => ({ allowed: false, problem: reason })

/**
 * Whether this officer may do this now: the right side, role and office, the step open, the guards of the data true.
 * The first thing that is missing is named. Both "may I?" and "why not?" are answered here and nowhere else.
 */
export function permit(world: World, file: CaseFile, action: ActionName, by: Actor, now: Instant): Permit {
  const { procedure, state } = file
  const steps = stepStates(procedure, state).filter(({ step }) => step.action === action)
  // Both sides may be free to do the same (assign an office): the officer's own side comes first.
  const free = procedure.acts
    .filter((act) => act.action === action)
    .toSorted((one, other) => Number(isTheirs(file, other, by)) - Number(isTheirs(file, one, by)))
  const open = openFor(file, steps, by)
  const freeNow = open ? undefined : free.find((act) => isFree(file, act))
  const rule = open?.step.owedBy ?? freeNow?.by ?? steps[0]?.step.owedBy ?? free[0]?.by
  if (!rule) return no(problem('NOT_POSSIBLE_NOW', { action }))
  const stranger = wrongActor(world, file, rule, by)
  if (stranger) return no(stranger)
  if (!open && !freeNow)
    return no(notOpen(file, action, steps.findLast(({ status }) => status !== 'skipped') ?? steps.at(-1)))
  const view = { file, by, now, step: open?.step ?? { after: [] } }
  const missing = firstMissing(open?.step.guards ?? freeNow?.guards ?? [], view)
  return missing ? no(missing) : { allowed: true, step: open?.step ?? null }
}

/** Both sides may owe the same act (a list, and another proposal for it): the officer's own side comes first. */
const openFor = (file: CaseFile, steps: readonly StepState[], by: Actor): StepState | undefined => {
  const open = steps.filter(({ status }) => status === 'open')
  return open.find(({ step }) => countryOf(file, step.owedBy.side) === by.country) ?? open[0]
}

const isTheirs = (file: CaseFile, rule: FreeAct, by: Actor): boolean => countryOf(file, rule.by.side) === by.country

function firstMissing(names: readonly GuardName[], view: Parameters<(typeof guards)[GuardName]>[0]): Problem | null {
  for (const name of names) {
    const missing = guards[name](view)
    if (missing) return missing
  }
  return null
}

function wrongActor(
  world: World,
  file: CaseFile,
  rule: { readonly side: Side; readonly roles: readonly Role[] },
  by: Actor,
): Problem | null {
  if (by.country !== countryOf(file, rule.side)) return problem('NOT_YOUR_SIDE', { side: rule.side })
  if (!rule.roles.includes(by.role)) return problem('NOT_YOUR_ROLE', { roles: rule.roles })
  const office = officePlaying(world, file, rule.side, by.role)
  if (office === null || ![by.office, ...by.standsInFor].includes(office)) return problem('NOT_YOUR_OFFICE')
  return null
}

const goesOn = ({ stopped }: CaseFile['state'], { onRefusal }: FreeAct): boolean =>
  stopped === null || (stopped.kind === 'refused' && onRefusal === true)

/** A free act is possible once its first step is done, until its last one is, and never after the case stopped. */
function isFree({ procedure, state }: CaseFile, act: FreeAct): boolean {
  if (!servesRoute(act.routes ?? routes, state) || !goesOn(state, act)) return false
  const status = new Map(stepStates(procedure, state).map((one) => [one.step.key, one.status]))
  const past = (key: FreeAct['from']) => status.get(key) !== 'open' && status.get(key) !== 'waiting'
  return past(act.from) && !past(act.until)
}

/** What stands in the way where nothing is missing but the turn: which steps are open instead is said with it. */
function notOpen(file: CaseFile, action: ActionName, last: StepState | undefined): Problem {
  const { procedure, state } = file
  if (isDone(state, 'closeCase')) return problem('CASE_CLOSED', { case: file.reference })
  if (action === 'recordIdentification' && last?.status === 'skipped') return problem('IDENTIFICATION_RECOGNISED')
  const openSteps = stepStates(procedure, state).flatMap(({ step, status }) =>
    status === 'open' ? [`${step.key}:${countryOf(file, step.owedBy.side)}`] : [],
  )
  if (!last) return problem('NOT_POSSIBLE_NOW', { action, openSteps })
  return problem('STEP_NOT_OPEN', { step: last.step.key, status: last.status, waitsFor: last.waitsFor, openSteps })
}
