import type { CaseFile } from '../cases/case-file.ts'
import type { CaseState } from '../cases/case-state.ts'
import type { Instant } from '../kernel/instant.ts'
import { isDone } from '../procedures/steps.ts'
import type { World } from '../world.ts'
import { type Fact, NONE } from './fact.ts'
import { daysBetween, frozen, mayCount, profileOf } from './frozen.ts'

/** How far a person came, in the order of the way home. */
const MILESTONES = {
  sent: ({ sentAt, route }) => sentAt !== null && route !== 'unannounced',
  acknowledged: (state) => isDone(state, 'acknowledgeRequest'),
  verified: (state) => isDone(state, 'recordVerification'),
  accepted: (state) => isDone(state, 'acceptReturn'),
  'handed-over': (state) => isDone(state, 'recordHandover'),
  received: (state) => state.route === 'unannounced' || isDone(state, 'confirmReception'),
  closed: (state) => isDone(state, 'closeCase'),
} as const satisfies Record<string, (state: CaseState) => boolean>
const milestones = Object.keys(MILESTONES) as (keyof typeof MILESTONES)[]

/** What a person who agreed to be counted has reached by this change. Who did not agree is in none of these counts. */
export function milestoneFacts(world: World, before: CaseFile | null, after: CaseFile, at: Instant): readonly Fact[] {
  if (!mayCount(after)) return []
  const reached = milestones.filter((name) => MILESTONES[name](after.state))
  return reached.flatMap((name) =>
    before && MILESTONES[name](before.state)
      ? []
      : [
          frozen(world, before ?? after, at, 'milestone', name, {
            ...profileOf(after),
            days: daysBetween(after.state.sentAt, at),
            ...(name === 'closed' ? closing(after) : {}),
          }),
        ],
  )
}

function closing({ state, acts }: CaseFile): Partial<Fact> {
  const received = acts.findLast(({ action, result }) => action === 'confirmReception' && result === 'received')
  return {
    reason: state.results.get('proposeClosure') ?? NONE,
    daysToReception: received ? daysBetween(state.sentAt, received.at) : null,
  }
}
