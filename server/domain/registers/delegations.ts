import type { Role } from '../cases/roles.ts'
import type { OfficeId } from '../kernel/ids.ts'
import { type Instant, localDay } from '../kernel/instant.ts'
import { calendarOf, type World } from '../world.ts'
import type { Delegation } from './register.ts'

const isOn = (world: World, { country, firstDay, lastDay }: Delegation, now: Instant): boolean => {
  const today = localDay(now, calendarOf(world, country).offsetMinutes)
  return firstDay <= today && today <= lastDay
}

/** The office that stands in for another in a role today; null where none does. */
export const standIn = (world: World, office: OfficeId, role: Role, now: Instant): OfficeId | null =>
  world.delegations.find(({ content }) => content.from === office && content.role === role && isOn(world, content, now))
    ?.content.to ?? null

/** Offices that an office stands in for today in one role. */
export const standsInFor = (world: World, office: OfficeId, role: Role, now: Instant): readonly OfficeId[] =>
  world.delegations.flatMap(({ content }) =>
    content.to === office && content.role === role && isOn(world, content, now) ? [content.from] : [],
  )
