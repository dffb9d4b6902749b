import { say } from '../../locales/index.ts'
import { type Speaker, showNumber } from '../../locales/show.ts'
import type { DayLine, Deadline } from '../../server/domain/deadlines/deadline.ts'
import type { Language } from '../../server/domain/kernel/language.ts'
import { calendarOf, type World } from '../../server/domain/world.ts'

/** The reckoning of a deadline in words: limit, what it rests on, every day, the outcome. Times are the owner's. */
export function explainDeadline(world: World, to: Speaker, deadline: Deadline): string[] {
  const owner: Speaker = { ...to, offsetMinutes: calendarOf(world, deadline.country).offsetMinutes }
  const country = world.countries.get(deadline.country)?.label[to.language as Language] ?? deadline.country
  const { count, zone, openedAt, dueAt, basis } = deadline
  const onDay = deadline.days.some(({ reason }) => reason === 'event')
  const limit = !onDay ? deadline.unit : deadline.unit === 'hours' ? 'beforeEvent' : 'onDay'
  return [
    say(owner, `deadlines:limit.${limit}`, { country, count }),
    say(owner, `deadlines:basis.${basis.status}`, { source: basis.source }),
    say(owner, 'deadlines:zone', { country, zone }),
    say(owner, 'deadlines:opened', { instant: openedAt }),
    ...deadline.days.map((line) => explainDay(owner, line)),
    ...(deadline.withoutTable ? [say(owner, 'deadlines:noTable')] : []),
    dueAt ? say(owner, 'deadlines:due', { instant: dueAt }) : say(owner, 'deadlines:paused'),
  ]
}

function explainDay(to: Speaker, { day, reason, number, special }: DayLine): string {
  const assumed = reason === 'holiday' && special?.basis.status === 'assumed'
  const facts = { day, number: showNumber(to, number ?? 0), name: special?.label[to.language as Language] ?? '' }
  return say(to, assumed ? 'deadlines:day.holiday-assumed' : `deadlines:day.${reason}`, facts)
}
