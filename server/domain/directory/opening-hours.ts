import { type Calendar, isWorkingDay } from '../deadlines/calendar.ts'
import { type Instant, localDay, localTime } from '../kernel/instant.ts'
import type { Basis } from '../kernel/language.ts'

/** When an office is open, on its own clock: `08:00` to `17:00`, on working days or every day. */
export interface OpeningHours {
  readonly open: string
  readonly close: string
  readonly everyDay: boolean
  readonly basis: Basis
}

/** Half open: an office that closes at five is closed at five. */
export function isOpen({ open, close, everyDay }: OpeningHours, calendar: Calendar, at: Instant): boolean {
  const time = localTime(at, calendar.offsetMinutes)
  if (time < open || time >= close) return false
  return everyDay || isWorkingDay(calendar, localDay(at, calendar.offsetMinutes))
}
