import type { Actor } from '../../server/domain/cases/actor.ts'
import type { CaseFile } from '../../server/domain/cases/case-file.ts'
import { countryOf } from '../../server/domain/kernel/country.ts'
import { DAY, plus } from '../../server/domain/kernel/instant.ts'
import { type Problem, problem } from '../../server/domain/kernel/problem.ts'
import type { ActionName } from '../../server/domain/procedures/action-names.ts'
import { openSteps } from '../../server/domain/procedures/steps.ts'
import type { Desk, Input } from './desk.ts'
import { officer } from './officers.ts'
import { type Errand, homewardInput } from './what-to-enter.ts'

/**
 * Does one act that is owed in a case, by whoever owes it first or else whoever else may, so that it leads home. What is
 * owed again and again is left alone: it leads nowhere. Where nobody can do anything: what stands in the way.
 */
export function owedAct(
  desk: Desk,
  file: CaseFile,
  errand: (name: ActionName, by: Actor) => Errand,
  { mayPropose = true, entered = {} }: { mayPropose?: boolean; entered?: Partial<Record<ActionName, Input>> } = {},
): string | readonly Problem[] {
  const met: Problem[] = []
  for (const { action, owedBy, every } of openSteps(file.procedure, file.state)) {
    if (every || (action === 'proposeHandover' && !mayPropose)) continue
    // Who refused is not asked again and again.
    if (action === 'recordConsent' && file.state.consent?.share === 'refused') {
      met.push(problem('CONSENT_REFUSED'))
      continue
    }
    // Visits lie months apart.
    const before = desk.now
    if (action === 'recordFollowUp') desk.now = plus(desk.now, 30 * DAY)
    for (const role of owedBy.roles)
      for (const who of [1, 2]) {
        const by = officer(desk.world, file, countryOf(file, owedBy.side), role, who, file)
        const input = { ...homewardInput(desk, errand(action, by)), ...entered[action] }
        const problems = desk.act(action, by, input, { case: file.id })
        met.push(...problems)
        if (problems.length === 0) return `${action} by ${by.name}`
      }
    desk.now = before
  }
  return met
}
