import type { Actor } from '../cases/actor.ts'
import type { CaseFile } from '../cases/case-file.ts'
import { permit } from '../cases/permit.ts'
import { countryOf, type Side } from '../kernel/country.ts'
import type { Instant } from '../kernel/instant.ts'
import { routes } from '../procedures/procedure.ts'
import { servesRoute, stepStates } from '../procedures/steps.ts'
import type { World } from '../world.ts'
import type { PossibleAct } from './case-view.ts'

/** What the reader's own side could do now, and what is missing where it cannot. */
export function possibleActs(world: World, file: CaseFile, by: Actor, now: Instant): readonly PossibleAct[] {
  const { procedure, state } = file
  const mine = (rule: { readonly side: Side }) => countryOf(file, rule.side) === by.country
  const open = stepStates(procedure, state).flatMap(({ step, status }) =>
    status === 'open' && mine(step.owedBy) ? [{ action: step.action, step, free: null }] : [],
  )
  const free = procedure.acts
    .filter((act) => mine(act.by) && servesRoute(act.routes ?? routes, state))
    .filter((act) => !open.some(({ action }) => action === act.action))
    .map((act) => ({ action: act.action, step: null, free: act }))
  return [...open, ...free].map((one) => {
    const allowed = permit(world, file, one.action, by, now)
    return { ...one, allowed: allowed.allowed, obstacle: allowed.allowed ? null : allowed.problem }
  })
}
