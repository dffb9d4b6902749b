import { countryOf, type Side } from '../kernel/country.ts'
import { type Problem, problem } from '../kernel/problem.ts'
import type { ActionName } from '../procedures/action-names.ts'
import type { GuardName } from '../procedures/guard-names.ts'
import { guards } from '../procedures/guards.ts'
import type { FreeAct, Step } from '../procedures/procedure.ts'
import { stepStates } from '../procedures/steps.ts'
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
export function permit(world: World, file: CaseFile, action: ActionName, by: Actor): Permit {
  const { procedure, state } = file
  const steps = stepStates(procedure, state).filter(({ step }) => step.action === action)
  // Both sides may be free to do the same (assign an office): the officer's own side comes first.
  const free = procedure.acts
    .filter((act) => act.action === action)
    .toSorted((one, other) => Number(isTheirs(file, other, by)) - Number(isTheirs(file, one, by)))
  const now = steps.find(({ status }) => status === 'open')
  const freeNow = now ? undefined : free.find((act) => isFree(file, act))
  const rule = now?.step.owedBy ?? freeNow?.by ?? steps[0]?.step.owedBy ?? free[0]?.by
  if (!rule) return no(problem('NOT_POSSIBLE_NOW', { action }))
  const stranger = wrongActor(world, file, rule, by)
  if (stranger) return no(stranger)
  if (!now && !freeNow) return no(notOpen(file, action, steps.at(-1)))
  const view = { file, by, step: now?.step ?? { after: [] } }
  const missing = firstMissing(now?.step.guards ?? freeNow?.guards ?? [], view)
  return missing ? no(missing) : { allowed: true, step: now?.step ?? null }
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
  if (officePlaying(world, file, rule.side, by.role) !== by.office) return problem('NOT_YOUR_OFFICE')
  return null
}

/** A free act is possible once its first step is done, until its last one is, and never after the case stopped. */
function isFree({ procedure, state }: CaseFile, act: FreeAct): boolean {
  if (state.stopped) return false
  const status = new Map(stepStates(procedure, state).map((one) => [one.step.key, one.status]))
  const past = (key: FreeAct['from']) => status.get(key) !== 'open' && status.get(key) !== 'waiting'
  return past(act.from) && !past(act.until)
}

function notOpen(file: CaseFile, action: ActionName, last: ReturnType<typeof stepStates>[number] | undefined): Problem {
  if (file.state.done.size > 0 && [...file.state.done.values()].some((act) => act.action === 'closeCase'))
    return problem('CASE_CLOSED', { case: file.reference })
  if (!last) return problem('NOT_POSSIBLE_NOW', { action })
  return problem('STEP_NOT_OPEN', { step: last.step.key, status: last.status, waitsFor: last.waitsFor })
}
