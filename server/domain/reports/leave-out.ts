import type { CountryCode } from '../kernel/country.ts'
import type { Where } from './protection/cell.ts'
import type { Figures, ReportCell } from './report.ts'

/**
 * The figures without those of countries that did not clear them. A cell stays where it is sure to count none of theirs, so
 * where it says of which two countries it is: totals over countries go, or the rest could be reckoned from them, and so do
 * tables that are not divided by country, and the steps that a country owed to all others, which say what came from each.
 */
export function leaveOut(figures: Figures, leftOut: readonly CountryCode[]): Figures {
  if (leftOut.length === 0) return figures
  return {
    ...figures,
    tables: figures.tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => (mayCount(cell.where, leftOut) ? hidden(cell) : cell)),
    })),
    durations: figures.durations.map((one) =>
      mayCount({ ...one.corridor }, leftOut)
        ? { ...one, n: null, median: null, percentile90: null, notYetDue: null }
        : one,
    ),
    reported: figures.reported.filter(
      ({ country, corridor }) => !leftOut.includes(country) && !(corridor && mayCount({ ...corridor }, leftOut)),
    ),
  }
}

const hidden = ({ where }: ReportCell): ReportCell => ({ where, count: null, leftOut: 'clearance' })

/** Whether something may count what is of a country left out: it names one, or does not say of which countries it is. */
function mayCount({ requestingCountry, countryOfReturn }: Where, leftOut: readonly string[]): boolean {
  if (requestingCountry === undefined || countryOfReturn === undefined) return true
  return leftOut.includes(requestingCountry) || leftOut.includes(countryOfReturn)
}
