import type { Dimension } from '../protection/count-table.ts'

/**
 * The quarters of a period, the first and the last. A period is a Gregorian year or one quarter of it, `2026` or `2026-Q1`,
 * and nothing else: so all of them add up.
 */
export const quartersOf = (period: string): readonly [from: string, to: string] =>
  period.includes('Q') ? [period, period] : [`${period}-Q1`, `${period}-Q4`]

const years = Array.from({ length: 100 }, (_, year) => String(2000 + year))

/** A year is the sum of its quarters: disclosure control links the figures of a year with those of its quarters. */
export const periodDimension: Dimension = {
  name: 'period',
  categories: years,
  within: Object.fromEntries(years.flatMap((year) => [1, 2, 3, 4].map((quarter) => [`${year}-Q${quarter}`, year]))),
  sensitive: false,
}
