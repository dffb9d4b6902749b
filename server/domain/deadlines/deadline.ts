import type { CountryCode } from '../kernel/country.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Basis } from '../kernel/language.ts'
import type { LimitUnit } from '../procedures/procedure.ts'
import type { SpecialDay } from './calendar.ts'
import type { Stop } from './stops.ts'

export type DeadlineState = 'on-time' | 'amber' | 'red' | 'stopped'

/** Why a day counted or did not. */
export type DayReason = 'day-zero' | 'counted' | 'make-up' | 'weekend' | 'holiday' | 'stopped' | 'event'

export interface DayLine {
  readonly day: Day
  readonly reason: DayReason
  /** The how-manieth counted day it is; null when it did not count. */
  readonly number: number | null
  readonly special: SpecialDay | null
}

/** When a step is due, and all that both countries need to reckon it again by hand. */
export interface Deadline {
  readonly country: CountryCode
  readonly zone: string
  readonly unit: LimitUnit
  readonly count: number
  readonly openedAt: Instant
  readonly dayZero: Day
  /** Null while the clock stands still. */
  readonly dueDay: Day | null
  readonly dueAt: Instant | null
  readonly amberAt: Instant | null
  readonly state: DeadlineState
  /** In the limit's own unit, months in days; null once the due instant has passed. */
  readonly remaining: number | null
  /** Owed again and again: the next time begins when it is done. */
  readonly recurs: boolean
  /** Times in which the clock stood still, as far as they are known by now. */
  readonly stops: readonly Stop[]
  readonly basis: Basis
  /** A day in it lies in a year without a holiday table, so weekends alone were known. */
  readonly withoutTable: boolean
  readonly days: readonly DayLine[]
}
