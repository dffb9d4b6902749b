import type { Change } from '../cases/act.ts'
import type { World } from '../world.ts'
import { branchFacts } from './branch-facts.ts'
import type { Fact } from './fact.ts'
import { milestoneFacts } from './milestones.ts'
import { serviceFacts } from './service-facts.ts'
import { stepFacts } from './step-facts.ts'

/** All that a change adds to the statistics, one row for each fact of each case. */
export const factsOf = (world: World, { cases }: Change): readonly Fact[] =>
  cases.flatMap(({ before, after }) => {
    const at = after.acts.at(-1)?.at
    if (!at) return []
    return [
      ...milestoneFacts(world, before, after, at),
      ...stepFacts(world, before, after),
      ...branchFacts(world, before, after),
      ...serviceFacts(world, before, after),
    ]
  })
