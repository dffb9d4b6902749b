import type { Case, Country, ProcedureStep, Step } from './open-steps.ts'

// Reckons a deadline again as an officer would with a pencil and the two countries' calendars, from what GraphQL shows
// alone. Nothing here comes from the service: model.md, "Time", is the only source.

const HOUR = 3_600_000
const DAY = 24 * HOUR

interface Line {
  readonly day: string
  readonly reason: string
  readonly number: number | null
}
/** All of a deadline that can be reckoned. */
export interface Reckoned {
  readonly count: number
  readonly unit: string
  readonly dayZero: string
  readonly dueDay: string | null
  readonly dueAt: string | null
  readonly amberAt: string | null
  readonly state: string
  readonly remaining: number | null
  readonly days: readonly Line[]
}
type Span = readonly [from: number, until: number]

const text = (ms: number): string => new Date(ms).toISOString()
const localDay = (instant: string, { offsetMinutes }: Country): string =>
  text(Date.parse(instant) + offsetMinutes * 60_000).slice(0, 10)
const midnight = (day: string, { offsetMinutes }: Country): number =>
  Date.parse(`${day}T00:00:00Z`) - offsetMinutes * 60_000
const nextDay = (day: string): string => text(Date.parse(`${day}T00:00:00Z`) + DAY).slice(0, 10)

export function reckonByHand(one: Case, step: Step, owner: Country, rule: ProcedureStep, now: string): Reckoned {
  const limit = rule.limit?.beforeHandover ? null : (rule.limit ?? rule.every)
  if (!limit) return fromMeeting(one, step, owner, rule, now)
  const count = (one.child ? limit.childCount : null) ?? limit.count
  const stops = standsStill(one, step)
  const dayZero = localDay(step.openedAt, owner)
  const common = { count, unit: limit.unit, dayZero }
  return limit.unit === 'HOURS'
    ? { ...common, ...inHours(step.openedAt, count, owner, stops, now) }
    : { ...common, ...inDays(dayZero, limit.unit, count, owner, stops, now) }
}

/** When the owner's clock stood still: both sides wait while on hold, the country of return while it waits for answers. */
function standsStill({ journal, questions, hold }: Case, { action, side }: Step): readonly Span[] {
  if (action === 'REVIEW_HOLD') return []
  const rounds = side === 'RETURN' ? questions.map(({ askedAt, answeredAt }) => span(askedAt, answeredAt)) : []
  const placed = journal.filter((act) => act.action === 'PLACE_ON_HOLD')
  const lifted = journal.filter(({ action: name, result }) => name === 'RESUME_CASE' || result === 'lifted')
  const holds = placed.map(({ at }) => span(at, lifted.find((act) => act.at >= at)?.at ?? null))
  if (holds.some(([, until]) => until === Infinity) !== (hold !== null)) throw new Error('a hold ends unseen')
  return [...rounds, ...holds]
}
const span = (from: string, until: string | null): Span => [Date.parse(from), until ? Date.parse(until) : Infinity]

function inDays(dayZero: string, unit: string, count: number, owner: Country, stops: readonly Span[], now: string) {
  const wanted = unit === 'MONTHS' ? daysOfMonths(dayZero, count) : count
  const today = localDay(now, owner)
  const paused = stops.some(([from, until]) => from <= Date.parse(now) && Date.parse(now) < until)
  const days: Line[] = [{ day: dayZero, reason: 'DAY_ZERO', number: null }]
  let number = 0
  for (let day = nextDay(dayZero); number < wanted && !(paused && day > today); day = nextDay(day)) {
    const reason = reasonOf(day, unit, owner, stops)
    const counts = reason === 'COUNTED' || reason === 'MAKE_UP'
    days.push({ day, reason, number: counts ? ++number : null })
  }
  if (paused) return { ...nothingDue, state: 'STOPPED', remaining: wanted - number, days }
  const dueDay = days.at(-1)?.day ?? ''
  const amberDay = days.find((line) => line.number === Math.ceil((wanted * 7) / 10))?.day ?? ''
  const ends = { dueDay, dueAt: text(midnight(dueDay, owner) + DAY), amberAt: text(midnight(amberDay, owner)) }
  const gone = days.filter((line) => line.number !== null && line.day < today).length
  return { ...ends, ...standing(ends, now, wanted - gone), days }
}
const nothingDue = { dueDay: null, dueAt: null, amberAt: null }

function reasonOf(day: string, unit: string, owner: Country, stops: readonly Span[]): string {
  const isIn = (list: Country['holidays']) => list.some((special) => special.day === day)
  const worked = isIn(owner.makeUpDays)
  if (unit === 'WORKING_DAYS') {
    if (isIn(owner.holidays)) return 'HOLIDAY'
    // ISO weekdays count Sunday as 7.
    if (!worked && owner.weekend.includes(new Date(`${day}T00:00:00Z`).getUTCDay() || 7)) return 'WEEKEND'
  }
  const end = midnight(day, owner) + DAY
  if (stops.some(([from, until]) => from < end && end <= until)) return 'STOPPED'
  return worked && unit === 'WORKING_DAYS' ? 'MAKE_UP' : 'COUNTED'
}

function daysOfMonths(day: string, months: number): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const end = Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))
  return (end - Date.parse(`${day}T00:00:00Z`)) / DAY
}

function inHours(openedAt: string, count: number, owner: Country, stops: readonly Span[], now: string) {
  const [opened, current] = [Date.parse(openedAt), Date.parse(now)]
  // Minute by minute of the union would be the same; spans never overlap while one and the same case waits once.
  const lostUntil = (end: number) =>
    stops.reduce((sum, [from, until]) => sum + Math.max(0, Math.min(until, end) - Math.max(from, opened)), 0)
  const runs = (ms: number): number => {
    let end = opened + ms
    while (end < opened + ms + lostUntil(end)) end = opened + ms + lostUntil(end)
    return end
  }
  const remaining = Math.ceil(count - (current - opened - lostUntil(current)) / HOUR)
  if (stops.some(([from, until]) => from <= current && current < until))
    return { ...nothingDue, state: 'STOPPED', remaining, days: [] }
  const dueAt = text(runs(count * HOUR))
  const ends = { dueDay: localDay(dueAt, owner), dueAt, amberAt: text(runs(count * HOUR * 0.7)) }
  return { ...ends, ...standing(ends, now, remaining), days: [] }
}

/** Due at the agreed meeting, or by the end of its day. */
function fromMeeting({ handover }: Case, step: Step, owner: Country, { limit }: ProcedureStep, now: string): Reckoned {
  const at = handover?.at ?? ''
  const day = localDay(at, owner)
  const window = limit?.count ?? 0
  const ends = limit
    ? { dueDay: day, dueAt: at, amberAt: text(Date.parse(at) - window * HOUR) }
    : { dueDay: day, dueAt: text(midnight(day, owner) + DAY), amberAt: text(midnight(day, owner)) }
  const left = (Date.parse(at) - Date.parse(now)) / (limit ? HOUR : DAY)
  return {
    count: window,
    unit: limit ? 'HOURS' : 'DAYS',
    dayZero: localDay(step.openedAt, owner),
    ...ends,
    ...standing(ends, now, Math.ceil(left)),
    days: [{ day, reason: 'EVENT', number: null }],
  }
}

function standing({ dueAt, amberAt }: { dueAt: string; amberAt: string }, now: string, left: number) {
  if (now > dueAt) return { state: 'RED', remaining: null }
  return { state: now >= amberAt ? 'AMBER' : 'ON_TIME', remaining: Math.max(0, left) }
}

/** How high an overdue step has come: at once, after five, and after twenty working days of its owner, and since when. */
export function climbedByHand(dueDay: string, dueAt: string, owner: Country, now: string): Climbed | null {
  const after = (count: number): string => {
    let day = dueDay
    for (let left = count; left > 0; ) {
      day = nextDay(day)
      if (['COUNTED', 'MAKE_UP'].includes(reasonOf(day, 'WORKING_DAYS', owner, []))) left -= 1
    }
    return text(midnight(day, owner) + DAY)
  }
  const rungs = [
    { level: 1, since: dueAt },
    { level: 2, since: after(5) },
    { level: 3, since: after(20) },
  ] as const
  return rungs.findLast(({ since }) => now > since) ?? null
}
export interface Climbed {
  readonly level: 1 | 2 | 3
  readonly since: string
}
