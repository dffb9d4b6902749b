import type { CaseFile } from '../cases/case-file.ts'
import { refusesToShare } from '../cases/consent.ts'
import { countryOf } from '../kernel/country.ts'
import { endOfDay, type Instant, localDay, startOfDay } from '../kernel/instant.ts'
import type { Step } from '../procedures/procedure.ts'
import { calendarOf, type World } from '../world.ts'
import type { Deadline } from './deadline.ts'
import { opensBefore, reckon, standing } from './reckon.ts'
import type { Stop } from './stops.ts'

/** The deadline of a step, open or done (then reckoned as of `now`); null where nothing limits it. */
export function deadlineOf(world: World, file: CaseFile, step: Step, openedAt: Instant, now: Instant): Deadline | null {
  const calendar = calendarOf(world, countryOf(file, step.owedBy.side))
  const { state } = file
  // Who may not go on because the person or a guardian refused is not late.
  if (step.guards.includes('consent-to-share') && refusesToShare(state)) return null
  const limit = step.limit ?? step.every
  if (limit)
    return {
      ...reckon({ openedAt, limit, child: state.child, calendar, stops: stopsFor(file, step), now }),
      recurs: step.every !== undefined,
    }
  // A meeting that was not held, that is being agreed anew or that waits for the end of a hold is no day to be late for.
  const event = state.meeting === null && !state.hold ? state.handover?.at : undefined
  if (!event || (!step.onDayOf && step.before?.unit !== 'hours')) return null
  const eventDay = localDay(event, calendar.offsetMinutes)
  const inHours = step.before?.unit === 'hours' ? step.before : null
  const dueAt = inHours ? event : endOfDay(eventDay, calendar.offsetMinutes)
  const amberAt = inHours ? opensBefore(event, inHours.count) : startOfDay(eventDay, calendar.offsetMinutes)
  const count = inHours?.count ?? 0
  const left = Math.ceil((Date.parse(event) - Date.parse(now)) / 3_600_000)
  return {
    country: calendar.country,
    zone: calendar.zone,
    unit: inHours ? 'hours' : 'days',
    count,
    openedAt,
    dayZero: localDay(openedAt, calendar.offsetMinutes),
    dueDay: eventDay,
    dueAt,
    amberAt,
    ...standing(now, dueAt, amberAt, inHours ? left : Math.ceil(left / 24)),
    recurs: false,
    stops: [],
    basis: inHours?.basis ?? step.onDayOf?.basis ?? step.basis,
    withoutTable: false,
    days: [{ day: eventDay, reason: 'event', number: null, special: null }],
  }
}

/**
 * A return for information stops the clock of the country that asked; a hold stops every clock but that of its own review.
 */
function stopsFor({ state }: CaseFile, step: Step): readonly Stop[] {
  if (step.action === 'reviewHold') return []
  return step.owedBy.side === 'return' ? [...state.stops, ...state.holds] : state.holds
}
