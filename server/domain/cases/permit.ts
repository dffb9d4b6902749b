import { actRules, allowedRoles } from '../disclosure/act-rules.ts'
import { countryOf } from '../kernel/country.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Problem, problem } from '../kernel/problem.ts'
import { type ActionName, ownMatters } from '../procedures/action-names.ts'
import { withBasis } from '../procedures/guard-basis.ts'
import type { GuardName } from '../procedures/guard-names.ts'
import { type GuardView, guards } from '../procedures/guards.ts'
import { type FreeAct, routes, type Step } from '../procedures/procedure.ts'
import { isDone, type StepState, servesRoute, stepStates } from '../procedures/steps.ts'
import type { World } from '../world.ts'
import type { Actor } from './actor.ts'
import type { CaseFile } from './case-file.ts'
import { phaseOf } from './phase.ts'
import { officePlaying } from './playing-offices.ts'

/** What an act rests on: the step it completes, or the freedom to do it between two steps. */
export type Permit =
  | { readonly allowed: true; readonly step: Step | null }
  | { readonly allowed: false; readonly problem: Problem }

const no = (reason: Problem): Permit => ({ allowed: false, problem: reason })

/**
 * Whether this officer may do this now: the right side, role and office, the step open, the guards of the data true.
 * The first thing that is missing is named. Both "may I?" and "why not?" are answered here and nowhere else.
 */
export function permit(world: World, file: CaseFile, action: ActionName, by: Actor, at: Instant): Permit {
  const { procedure, state } = file
  const isMine = ({ owedBy }: Step) => countryOf(file, owedBy.side) === by.country
  const steps = stepStates(procedure, state).filter(
    ({ step }) => step.action === action && (isMine(step) || !ownMatters.has(action)),
  )
  const free = procedure.acts.filter((act) => act.action === action)
  // Whatever a procedure says, an act has its time in a case by the table of rules.
  const inTime = actRules[action].phases.includes(phaseOf(state))
  const now = nearest(file, by, [
    ...steps
      .filter(({ status }) => inTime && status === 'open')
      .map(({ step }) => ({ by: step.owedBy, guards: step.guards, step })),
    ...free.filter((act) => inTime && isFree(file, act)).map((act) => ({ by: act.by, guards: act.guards, step: null })),
  ])
  const later = nearest(file, by, [...steps.map(({ step }) => ({ by: step.owedBy })), ...free])
  if (!later) return no(notPossible(file, action))
  const stranger = wrongActor(world, file, action, (now ?? later).by, by)
  if (stranger) return no(stranger)
  // What is told of a step is of the officer's own: whether the other side's was done may be a finding of theirs.
  const own = steps.filter(({ step }) => isMine(step))
  if (!now) return no(notOpen(file, action, own.findLast(({ status }) => status !== 'skipped') ?? own.at(-1)))
  const missing = firstMissing(world, now.guards, { file, by, now: at, step: now.step ?? { after: [] } })
  return missing ? no(missing) : { allowed: true, step: now.step }
}

/** Both sides may be able to do the same act (a list, and another proposal for it): the officer's own side and role come first. */
function nearest<R extends { readonly by: Owner }>(file: CaseFile, by: Actor, rules: readonly R[]): R | undefined {
  const distance = ({ by: { side, roles } }: R) =>
    countryOf(file, side) !== by.country ? 2 : roles.includes(by.role) ? 0 : 1
  return rules.toSorted((one, other) => distance(one) - distance(other))[0]
}

type Owner = Step['owedBy']

function firstMissing(world: World, names: readonly GuardName[], view: GuardView): Problem | null {
  for (const name of names) {
    const missing = guards[name](view)
    if (missing) return withBasis(world, view.file, name, missing)
  }
  return null
}

function wrongActor(world: World, file: CaseFile, action: ActionName, rule: Owner, by: Actor): Problem | null {
  if (by.country !== countryOf(file, rule.side)) return problem('NOT_YOUR_SIDE', { side: rule.side })
  const roles = allowedRoles(action, rule.side, rule.roles)
  if (!roles.includes(by.role)) return problem('NOT_YOUR_ROLE', { roles })
  const office = officePlaying(world, file, rule.side, by.role)
  if (office === null || ![by.office, ...by.standsInFor].includes(office)) return problem('NOT_YOUR_OFFICE')
  return null
}

const goesOn = ({ stopped }: CaseFile['state'], { onRefusal }: FreeAct): boolean =>
  stopped === null || (stopped.kind === 'refused' && onRefusal === true)

/** A free act is possible once its first step is done, until its last one is, and never after the case stopped. */
function isFree({ procedure, state }: CaseFile, act: FreeAct): boolean {
  if (!servesRoute(act.routes ?? routes, state) || !goesOn(state, act)) return false
  const steps = stepStates(procedure, state)
  const past = (key: FreeAct['from']) =>
    !steps.some(({ step, status }) => step.key === key && (status === 'open' || status === 'waiting'))
  return past(act.from) && !past(act.until)
}

/** What stands in the way where nothing is missing but the turn. */
function notOpen(file: CaseFile, action: ActionName, last: StepState | undefined): Problem {
  const { state } = file
  if (isDone(state, 'closeCase')) return problem('CASE_CLOSED', { case: file.reference })
  const decided = last && last.status !== 'open' && last.status !== 'waiting'
  if (action === 'recordIdentification' && decided && state.profile.identification === 'identified')
    return problem('IDENTIFICATION_RECOGNISED')
  if (!last) return notPossible(file, action)
  const facts = { step: last.step.key, status: last.status, waitsFor: last.waitsFor }
  return problem('STEP_NOT_OPEN', { ...facts, openSteps: openStepsOf(file) })
}

const notPossible = (file: CaseFile, action: ActionName): Problem =>
  problem('NOT_POSSIBLE_NOW', { action, openSteps: openStepsOf(file) })

/** Which steps are open instead, and which country owes each: `accept-return:LA`. */
const openStepsOf = (file: CaseFile): readonly string[] =>
  stepStates(file.procedure, file.state).flatMap(({ step, status }) =>
    status === 'open' && !ownMatters.has(step.action) ? [`${step.key}:${countryOf(file, step.owedBy.side)}`] : [],
  )
