import type { CountryCode } from '../kernel/country.ts'
import { type Day, weekday } from '../kernel/instant.ts'
import type { Basis, Label } from '../kernel/language.ts'

/** A day off, or a day of work on a weekend. */
export interface SpecialDay {
  readonly day: Day
  readonly label: Label
  readonly basis: Basis
}

/** One country's working time: fixed offset from UTC, weekend, and dated tables by year. */
export interface Calendar {
  readonly country: CountryCode
  /** IANA name, for people. */
  readonly zone: string
  readonly offsetMinutes: number
  /** ISO weekdays off. */
  readonly weekend: readonly number[]
  readonly holidays: ReadonlyMap<Day, SpecialDay>
  readonly makeUpDays: ReadonlyMap<Day, SpecialDay>
  /** Years that have a table; in others weekends alone are known, and a deadline says so. */
  readonly years: ReadonlySet<number>
}

export type DayKind = 'working' | 'make-up' | 'weekend' | 'holiday'

/** A holiday wins over a make-up day of the same date. */
export function kindOf(calendar: Calendar, day: Day): DayKind {
  if (calendar.holidays.has(day)) return 'holiday'
  if (calendar.makeUpDays.has(day)) return 'make-up'
  return calendar.weekend.includes(weekday(day)) ? 'weekend' : 'working'
}

export const isWorkingDay = (calendar: Calendar, day: Day): boolean => {
  const kind = kindOf(calendar, day)
  return kind === 'working' || kind === 'make-up'
}

export const hasTable = (calendar: Calendar, day: Day): boolean => calendar.years.has(Number(day.slice(0, 4)))

export const specialDay = (calendar: Calendar, day: Day): SpecialDay | null =>
  calendar.holidays.get(day) ?? calendar.makeUpDays.get(day) ?? null
