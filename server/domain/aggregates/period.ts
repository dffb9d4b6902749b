import type { Day } from '../kernel/instant.ts'

/** A Gregorian year, or one quarter of it. */
export interface Period {
  readonly year: number
  /** 1 to 4; null: the whole year. */
  readonly quarter: number | null
}

/** No figure of a year before the instruments of the service exists. */
export const FIRST_YEAR = 2000

const STARTS = ['01-01', '04-01', '07-01', '10-01']
const ENDS = ['03-31', '06-30', '09-30', '12-31']

/** `2025`, or `2025-Q3`. */
export const periodText = ({ year, quarter }: Period): string => (quarter === null ? `${year}` : `${year}-Q${quarter}`)

export const firstDayOf = ({ year, quarter }: Period): Day => `${year}-${STARTS[(quarter ?? 1) - 1]}` as Day

/** Its last day; until that day has passed nobody can have counted it whole. */
export const lastDayOf = ({ year, quarter }: Period): Day => `${year}-${ENDS[(quarter ?? 4) - 1]}` as Day

export const periodsOverlap = (one: Period, other: Period): boolean =>
  one.year === other.year && (one.quarter === null || other.quarter === null || one.quarter === other.quarter)
