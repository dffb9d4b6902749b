import type { CaseFile } from '../cases/case-file.ts'
import { deadlineOf } from '../deadlines/step-deadline.ts'
import { countryOf } from '../kernel/country.ts'
import type { World } from '../world.ts'
import type { Fact } from './fact.ts'
import { daysBetween, frozen } from './frozen.ts'

/**
 * A step that was done: in how many days, and by its due time or not. It counts the work of offices, not persons: every case
 * is in it, and nothing of the person.
 */
export function stepFacts(world: World, before: CaseFile | null, after: CaseFile): readonly Fact[] {
  const act = after.acts.at(-1)
  const step = act?.step && after.procedure.steps.find(({ key }) => key === act.step)
  const openedAt = step && before?.state.opened.get(step.key)
  // What nobody owed, such as a draft, was done in no time.
  if (!act || !before || !step || !openedAt) return []
  const deadline = deadlineOf(world, before, step, openedAt, act.at)
  return [
    frozen(world, before, act.at, 'step', act.action, {
      owedBy: countryOf(before, step.owedBy.side),
      days: daysBetween(openedAt, act.at),
      kept: deadline && deadline.state !== 'red',
    }),
  ]
}
