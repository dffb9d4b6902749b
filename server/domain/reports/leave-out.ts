import type { CountryCode } from '../kernel/country.ts'
import type { Where } from './protection/cell.ts'
import type { Figures, ReportCell, ReportTable } from './report.ts'

/**
 * The figures without those of countries that did not clear them. A cell stays where it is sure to count none of theirs:
 * totals over countries go too, or the rest could be reckoned from them, and so do tables that are not divided by country.
 */
export function leaveOut(figures: Figures, leftOut: readonly CountryCode[]): Figures {
  if (leftOut.length === 0) return figures
  const isOut = (country: string | null | undefined) => leftOut.includes(country as CountryCode)
  return {
    ...figures,
    tables: figures.tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => (mayCount(table, cell.where, leftOut) ? hidden(cell) : cell)),
    })),
    durations: figures.durations.map((one) =>
      isOut(one.owedBy) || (one.corridor && namesOne(one.corridor, leftOut))
        ? { ...one, n: null, median: null, percentile90: null, notYetDue: null }
        : one,
    ),
    reported: figures.reported.filter(
      ({ country, corridor }) => !isOut(country) && !(corridor && namesOne(corridor, leftOut)),
    ),
  }
}

const hidden = ({ where }: ReportCell): ReportCell => ({ where, count: null, leftOut: 'clearance' })

const namesOne = (countries: object, leftOut: readonly CountryCode[]): boolean =>
  Object.values(countries).some((country) => leftOut.includes(country))

/** Whether a cell may count something of a country left out: it names one, or does not say of which countries it is. */
function mayCount({ dimensions }: ReportTable, where: Where, leftOut: readonly CountryCode[]): boolean {
  const { requestingCountry, countryOfReturn, owedBy } = where
  const named = [requestingCountry, countryOfReturn, owedBy].filter((one) => one !== undefined)
  if (named.some((one) => leftOut.includes(one as CountryCode))) return true
  // The work of a country that cleared is its own, with whomever it worked.
  if (dimensions.some(({ name }) => name === 'owedBy')) return owedBy === undefined
  return requestingCountry === undefined || countryOfReturn === undefined
}
