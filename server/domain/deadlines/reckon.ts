import {
  addDays,
  addMonths,
  type Day,
  endOfDay,
  HOUR,
  type Instant,
  instantOf,
  localDay,
  msOf,
  startOfDay,
} from '../kernel/instant.ts'
import type { Limit } from '../procedures/procedure.ts'
import { type Calendar, hasTable, isWorkingDay, kindOf, specialDay } from './calendar.ts'
import type { DayLine, DayReason, Deadline, DeadlineState } from './deadline.ts'
import { isStoppedAt, ranBetween, runsUntil, type Stop, standsStillAt } from './stops.ts'

/** Everything a deadline is a function of. `child` chooses the limit's `childCount` where it has one. */
export interface Clock {
  readonly openedAt: Instant
  readonly limit: Limit
  readonly child: boolean
  readonly calendar: Calendar
  readonly stops: readonly Stop[]
  readonly now: Instant
}

/** A limit is at most some years long; beyond this many days something is wrong with the calendar itself. */
const HORIZON = 4000

/** Reckons a deadline by the conventions of model.md ("Time"). Pure: holidays declared late count as if they had always stood. */
export function reckon(clock: Clock): Deadline {
  const { limit, child } = clock
  const count = child && limit.childCount !== undefined ? limit.childCount : limit.count
  return limit.unit === 'hours' ? inHours(clock, count) : inDays(clock, count)
}

function inHours(clock: Clock, count: number): Deadline {
  const { openedAt, stops, calendar, now } = clock
  const stopped = isStoppedAt(now, stops)
  const dueAt = stopped ? null : runsUntil(openedAt, count * HOUR, stops)
  const amberAt = stopped ? null : runsUntil(openedAt, count * HOUR * 0.7, stops)
  const left = Math.ceil(count - ranBetween(openedAt, now, stops) / HOUR)
  const dueDay = dueAt && localDay(dueAt, calendar.offsetMinutes)
  return {
    ...common(clock, count),
    dueDay,
    dueAt,
    amberAt,
    ...standing(now, dueAt, amberAt, left),
    withoutTable: false,
    days: [],
  }
}

function inDays(clock: Clock, count: number): Deadline {
  const { openedAt, stops, calendar, now } = clock
  const { offsetMinutes } = calendar
  const zero = localDay(openedAt, offsetMinutes)
  const today = localDay(now, offsetMinutes)
  const stopped = isStoppedAt(now, stops)
  const wanted = clock.limit.unit === 'months' ? daysOfMonths(zero, count) : count
  // While the clock stands still nothing after today is known.
  const { days, counted, dueDay, dueAt, amberAt, withoutTable } = stopped
    ? countDays(clock, zero, wanted, today)
    : countOnce(clock, zero, wanted)
  const before = days.filter((line) => line.number !== null && line.day < today).length
  return {
    ...common(clock, count),
    dueDay,
    dueAt,
    amberAt,
    ...standing(now, dueAt, amberAt, stopped ? wanted - counted : wanted - before),
    withoutTable,
    days,
  }
}

interface Counted {
  readonly days: readonly DayLine[]
  readonly counted: number
  /** Null while the clock stands still. */
  readonly dueDay: Day | null
  readonly dueAt: Instant | null
  readonly amberAt: Instant | null
  readonly withoutTable: boolean
}

/** Day by day from day zero until `wanted` days have counted, or, while the clock stands still, until a day. */
function countDays(clock: Clock, zero: Day, wanted: number, until: Day | null): Counted {
  const { calendar, limit } = clock
  const amberNumber = Math.ceil((7 * wanted) / 10)
  const days: DayLine[] = [{ day: zero, reason: 'day-zero', number: null, special: null }]
  let counted = 0
  let amberDay: Day | null = null
  let last = zero
  for (let day = addDays(zero, 1); counted < wanted && days.length < HORIZON; day = addDays(day, 1)) {
    if (until !== null && day > until) break
    const reason = reasonOf(clock, day)
    const counts = reason === 'counted' || reason === 'make-up'
    if (counts) counted += 1
    if (counts && counted === amberNumber) amberDay = day
    days.push({ day, reason, number: counts ? counted : null, special: specialDay(calendar, day) })
    last = day
  }
  const withoutTable = limit.unit === 'workingDays' && days.some((line) => !hasTable(calendar, line.day))
  if (until !== null || counted < wanted)
    return { days, counted, dueDay: null, dueAt: null, amberAt: null, withoutTable }
  const { offsetMinutes } = calendar
  const amberAt = amberDay && startOfDay(amberDay, offsetMinutes)
  return { days, counted, dueDay: last, dueAt: endOfDay(last, offsetMinutes), amberAt, withoutTable }
}

/** Without stops the days follow from calendar, unit, day zero and count alone: many cases share them. */
function countOnce(clock: Clock, zero: Day, wanted: number): Counted {
  if (clock.stops.length > 0) return countDays(clock, zero, wanted, null)
  const known = shared.get(clock.calendar) ?? new Map<string, Counted>()
  shared.set(clock.calendar, known)
  const key = `${clock.limit.unit} ${zero} ${wanted}`
  const found = known.get(key)
  if (found) return found
  if (known.size > REMEMBERED) known.clear()
  const made = countDays(clock, zero, wanted, null)
  known.set(key, made)
  return made
}

const REMEMBERED = 5_000
const shared = new WeakMap<Calendar, Map<string, Counted>>()

/** Months end on the same day of the month; what stops cost is added in days. */
const daysOfMonths = (zero: Day, months: number): number =>
  Math.round((Date.parse(addMonths(zero, months)) - Date.parse(zero)) / (24 * HOUR))

function reasonOf({ limit, calendar, stops }: Clock, day: Day): DayReason {
  const inWorkingDays = limit.unit === 'workingDays'
  const kind = inWorkingDays ? kindOf(calendar, day) : 'working'
  if (kind === 'holiday' || kind === 'weekend') return kind
  if (stops.length > 0 && standsStillAt(endOfDay(day, calendar.offsetMinutes), stops)) return 'stopped'
  return kind === 'make-up' ? 'make-up' : 'counted'
}

const common = (clock: Clock, count: number) => ({
  country: clock.calendar.country,
  zone: clock.calendar.zone,
  unit: clock.limit.unit,
  count,
  openedAt: clock.openedAt,
  dayZero: localDay(clock.openedAt, clock.calendar.offsetMinutes),
  recurs: false,
  stops: clock.stops,
  basis: clock.limit.basis,
})

export function standing(now: Instant, dueAt: Instant | null, amberAt: Instant | null, left: number) {
  const state: DeadlineState =
    dueAt === null ? 'stopped' : now > dueAt ? 'red' : amberAt !== null && now >= amberAt ? 'amber' : 'on-time'
  return { state, remaining: state === 'red' ? null : Math.max(0, left) }
}

/** The n-th working day after a day. */
export function workingDayAfter(calendar: Calendar, day: Day, count: number): Day {
  let reached = day
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1)
    if (isWorkingDay(calendar, reached)) left -= 1
  }
  return reached
}

/** Working days of a country strictly between two days. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  let counted = 0
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) counted += 1
  return counted
}

/** The window of a check that is due before an event: open from `hours` before it, due at it. */
export const opensBefore = (event: Instant, hours: number): Instant => instantOf(msOf(event) - hours * HOUR)
