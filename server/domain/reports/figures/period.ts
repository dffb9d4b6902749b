import { type Period, periodText } from '../../aggregates/period.ts'
import type { Dimension } from '../protection/count-table.ts'

const QUARTERS = [1, 2, 3, 4] as const

/** The first and the last quarter of a period, as facts have them: so periods add up, and no others are reported. */
export const quartersOf = ({ year, quarter }: Period): readonly [from: string, to: string] => [
  periodText({ year, quarter: quarter ?? 1 }),
  periodText({ year, quarter: quarter ?? 4 }),
]

const years = Array.from({ length: 100 }, (_, year) => 2000 + year)

/** A year is the sum of its quarters: disclosure control links the figures of a year with those of its quarters. */
export const periodDimension: Dimension = {
  name: 'period',
  categories: years.map(String),
  within: Object.fromEntries(
    years.flatMap((year) => QUARTERS.map((quarter) => [periodText({ year, quarter }), String(year)])),
  ),
  sensitive: false,
}
