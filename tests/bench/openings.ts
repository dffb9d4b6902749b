import { deadlineOf } from '../../server/domain/deadlines/step-deadline.ts'
import type { Instant } from '../../server/domain/kernel/instant.ts'
import { stepStates } from '../../server/domain/procedures/steps.ts'
import type { World } from '../../server/domain/world.ts'
import type { Template, Templates } from './templates.ts'

const ROUNDS = 10

/**
 * Milliseconds to find the steps of one case and the deadlines of those that are open, for every open case several times.
 * State and calendars are new each time: nothing is remembered from before.
 */
export function openingTimes({ service, list }: Templates, now: Instant): readonly number[] {
  const open = list.filter(({ stage }) => stage !== 'CLOSED')
  return Array.from({ length: ROUNDS }, () => open.map((one) => timeOf(forgetful(service.world), one, now))).flat()
}

const forgetful = (world: World): World => ({
  ...world,
  calendars: new Map([...world.calendars].map(([country, calendar]) => [country, { ...calendar }])),
})

function timeOf(world: World, { file }: Template, now: Instant): number {
  const fresh = { ...file, state: { ...file.state } }
  const began = performance.now()
  for (const { step, status } of stepStates(fresh.procedure, fresh.state))
    if (status === 'open') deadlineOf(world, fresh, step, fresh.state.opened.get(step.key) ?? now, now)
  return performance.now() - began
}
