import type { Brand } from './brand.ts'

/** UTC, fixed width: `2026-03-02T02:00:00.000Z`; text order is time order. */
export type Instant = Brand<string, 'Instant'>
/** A Gregorian day in some country's own reckoning: `2026-03-02`. */
export type Day = Brand<string, 'Day'>

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const msOf = (instant: Instant): number => Date.parse(instant)
export const instantOf = (ms: number): Instant => new Date(ms).toISOString() as Instant
export const plus = (instant: Instant, ms: number): Instant => instantOf(msOf(instant) + ms)

// Deadlines ask for the same few hundred days again and again: each is read and written once.
const numbers = new Map<Day, number>()
const texts = new Map<number, Day>()
const REMEMBERED = 20_000

/** Days since 1970-01-01. */
function numberOf(day: Day): number {
  const known = numbers.get(day)
  if (known !== undefined) return known
  if (numbers.size > REMEMBERED) numbers.clear()
  const number = Date.parse(`${day}T00:00:00Z`) / DAY
  numbers.set(day, number)
  return number
}

function dayOf(number: number): Day {
  const known = texts.get(number)
  if (known !== undefined) return known
  if (texts.size > REMEMBERED) texts.clear()
  const day = new Date(number * DAY).toISOString().slice(0, 10) as Day
  texts.set(number, day)
  return day
}

const dayMs = (day: Day): number => numberOf(day) * DAY
const dayOfMs = (ms: number): Day => dayOf(Math.floor(ms / DAY))

/** The local day of an instant; the six countries keep fixed offsets, so minutes east of UTC are enough. */
export const localDay = (instant: Instant, offsetMinutes: number): Day =>
  dayOfMs(msOf(instant) + offsetMinutes * MINUTE)

/** The local time of an instant: `17:30`. */
export const localTime = (instant: Instant, offsetMinutes: number): string =>
  instantOf(msOf(instant) + offsetMinutes * MINUTE).slice(11, 16)

/** 24:00 local of a day, as an instant. */
export const endOfDay = (day: Day, offsetMinutes: number): Instant =>
  instantOf(dayMs(day) + DAY - offsetMinutes * MINUTE)

/** 00:00 local of a day, as an instant. */
export const startOfDay = (day: Day, offsetMinutes: number): Instant => instantOf(dayMs(day) - offsetMinutes * MINUTE)

export const addDays = (day: Day, count: number): Day => dayOf(numberOf(day) + count)

/** ISO weekday, 1 Monday to 7 Sunday. */
export const weekday = (day: Day): number => ((numberOf(day) + 3) % 7) + 1

/** The same day `count` months on, or that month's last day. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return dayOfMs(Date.UTC(year, month - 1 + count, Math.min(date, last)))
}

const NAIVE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/
const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/

/** Reads RFC 3339 with a zone; null where it is none, or a day that no calendar has (30 February). */
export function parseInstant(text: string): Instant | null {
  if (!INSTANT.test(text) || parseDay(text.slice(0, 10)) === null) return null
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : instantOf(ms)
}

/** A date and time without its zone: in these countries it would mean three different instants. */
export const lacksZone = (text: string): boolean => NAIVE.test(text)

/** The zone an instant was written with, as minutes east of UTC; null for `Z`. */
export function writtenOffset(text: string): number | null {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(text) ?? []
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : null
}

/** Reads `YYYY-MM-DD`; null where no Gregorian calendar has the day. */
export function parseDay(text: string): Day | null {
  if (!DAY_FORM.test(text)) return null
  const ms = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(ms) || dayOfMs(ms) !== text ? null : (text as Day)
}

/** A year from 2400 to 2700 was meant in the Buddhist era: it is asked about, never guessed. */
export const looksBuddhist = (text: string): boolean => {
  const year = Number(text.slice(0, 4))
  return year >= 2400 && year <= 2700
}
