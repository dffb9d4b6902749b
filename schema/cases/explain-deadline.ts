import { say } from '../../locales/index.ts'
import { type Speaker, showNumber } from '../../locales/show.ts'
import type { DayLine, Deadline } from '../../server/domain/deadlines/deadline.ts'
import { climb } from '../../server/domain/deadlines/ladder.ts'
import { type Instant, msOf } from '../../server/domain/kernel/instant.ts'
import type { Language } from '../../server/domain/kernel/language.ts'
import { calendarOf, type World } from '../../server/domain/world.ts'

/** The reckoning of a deadline in words: limit, what it rests on, every day, the outcome. Times are the owner's. */
export function explainDeadline(world: World, to: Speaker, deadline: Deadline, now: Instant): string[] {
  const owner: Speaker = { ...to, offsetMinutes: calendarOf(world, deadline.country).offsetMinutes }
  const country = world.countries.get(deadline.country)?.label[to.language as Language] ?? deadline.country
  const { count, zone, openedAt, dueAt, basis } = deadline
  return [
    say(owner, `deadlines:limit.${limitOf(deadline)}`, { country, count }),
    say(owner, `deadlines:basis.${basis.status}`, { source: basis.source }),
    say(owner, 'deadlines:zone', { country, zone }),
    say(owner, 'deadlines:opened', { instant: openedAt }),
    ...deadline.days.map((line) => explainDay(owner, line)),
    ...explainLostHours(owner, deadline),
    ...(deadline.withoutTable ? [say(owner, 'deadlines:noTable')] : []),
    dueAt ? say(owner, 'deadlines:due', { instant: dueAt }) : say(owner, 'deadlines:paused'),
    ...explainLadder(world, owner, deadline, now),
  ]
}

/** How the limit is put: counted from the opening, from the agreed meeting, or again and again. */
function limitOf({ unit, days, recurs }: Deadline) {
  if (days.some(({ reason }) => reason === 'event')) return unit === 'hours' ? 'beforeEvent' : 'onDay'
  return unit === 'months' && recurs ? 'every' : unit
}

/** Hours are not told day by day: what the stops cost is the one thing between the opening, the limit and the end. */
function explainLostHours(to: Speaker, { unit, count, openedAt, dueAt, days }: Deadline): string[] {
  if (unit !== 'hours' || !dueAt || days.length > 0) return []
  const lost = Math.round((msOf(dueAt) - msOf(openedAt)) / MINUTE) - count * 60
  return lost > 0 ? [say(to, 'deadlines:stoodStill', { hours: Math.floor(lost / 60), minutes: lost % 60 })] : []
}
const MINUTE = 60_000

/** Who has it now, and since when, once it is overdue. */
function explainLadder(world: World, to: Speaker, { country, dueDay, dueAt }: Deadline, now: Instant): string[] {
  if (!dueDay || !dueAt) return []
  const { level, reached } = climb(world.ladder, calendarOf(world, country), { dueDay, dueAt }, now)
  const since = reached.at(-1)?.at
  if (level === 0 || !since) return []
  return [say(to, 'deadlines:escalated', { level: say(to, `labels:escalation.${level}`), instant: since })]
}

function explainDay(to: Speaker, { day, reason, number, special }: DayLine): string {
  const assumed = reason === 'holiday' && special?.basis.status === 'assumed'
  const facts = { day, number: showNumber(to, number ?? 0), name: special?.label[to.language as Language] ?? '' }
  return say(to, assumed ? 'deadlines:day.holiday-assumed' : `deadlines:day.${reason}`, facts)
}
