import { type Period, periodText } from '../aggregates/period.ts'
import type { CountryCode } from '../kernel/country.ts'
import { cellAt } from './cell-at.ts'
import { countriesOf } from './countries-of.ts'
import { conditionsOf } from './figures/figure-tables.ts'
import type { FigureId } from './figures/figures-of.ts'
import type { Where } from './protection/cell.ts'
import type { DraftedLine, Figures, ReportArea, ReportParameters, ReportTable } from './report.ts'

export type Drafted = Readonly<Partial<Record<CountryCode, readonly (DraftedLine & { readonly area: ReportArea })[]>>>

/** What the service knows of each country beside the figures. */
export interface KnownOf {
  readonly offices: number
  readonly taskforceMeetings: number
  readonly caseMeetings: number
  /** Limits agreed in this service, of procedures it is party to. */
  readonly limitsAgreed: number
}

/** Figures of a table by corridor, and in which of its columns the country stands. */
const FROM_TABLES: readonly {
  readonly code: DraftedLine['code']
  readonly figure: FigureId
  readonly side: 'requestingCountry' | 'countryOfReturn'
}[] = [
  { code: 'requests-sent', figure: 'sent-by-corridor', side: 'requestingCountry' },
  { code: 'persons-received-abroad', figure: 'received-by-corridor', side: 'requestingCountry' },
  { code: 'requests-accepted', figure: 'accepted-by-corridor', side: 'countryOfReturn' },
  { code: 'persons-received', figure: 'received-by-corridor', side: 'countryOfReturn' },
]

/** The area that an indicator belongs to. */
function areaOf(indicator: string): ReportArea {
  if (indicator === 'identified' || indicator === 'assisted') return 'recovery'
  return indicator.startsWith('legal-assistance') ? 'cooperation' : 'law'
}

/** Sentences drafted from data, for each country: made of what may be shown and of nothing else. */
export const draftedLines = (
  parameters: Pick<ReportParameters, 'corridor' | 'period'>,
  figures: Pick<Figures, 'tables' | 'reported'>,
  known: (country: CountryCode) => KnownOf,
): Drafted =>
  Object.fromEntries(
    countriesOf(parameters).map((country) => {
      const { offices, taskforceMeetings, caseMeetings, limitsAgreed } = known(country)
      return [
        country,
        [
          line('mechanisms', 'activities', 'offices', offices),
          line('mechanisms', 'activities', 'taskforce-meetings', taskforceMeetings),
          ...reportedOf(country, parameters.period, figures.reported),
          ...fromTables(country, parameters, figures.tables),
          line('cooperation', 'activities', 'case-meetings', caseMeetings),
          line('cooperation', 'results', 'limits-agreed', limitsAgreed),
        ],
      ]
    }),
  )

/** The same sentences with the numbers that these tables show: what is left out there is left out here. */
export const recounted = (
  drafted: Drafted,
  parameters: Pick<ReportParameters, 'corridor' | 'period'>,
  tables: readonly ReportTable[],
): Drafted =>
  Object.fromEntries(
    countriesOf(parameters).map((country) => {
      const shown = fromTables(country, parameters, tables)
      return [country, (drafted[country] ?? []).map((own) => shown.find(({ code }) => code === own.code) ?? own)]
    }),
  )

const line = (
  area: ReportArea,
  part: DraftedLine['part'],
  code: DraftedLine['code'],
  count: number | null,
  indicator: DraftedLine['indicator'] = null,
) => ({ area, part, code, count, indicator })

/** The whole country and period alone: what divides them is in the table of national figures. */
const reportedOf = (country: CountryCode, period: Period, reported: Figures['reported']) =>
  reported
    .filter((one) => one.country === country && !one.corridor && periodText(one.period) === periodText(period))
    .map(({ indicator, total }) => line(areaOf(indicator), 'results', 'reported', total, indicator))

function fromTables(
  country: CountryCode,
  { corridor, period }: Pick<ReportParameters, 'corridor' | 'period'>,
  tables: readonly ReportTable[],
) {
  return FROM_TABLES.flatMap(({ code, figure, side }) => {
    const own = tables.filter(
      (table) => table.figure === figure && (!corridor || table.query.corridor?.[side] === country),
    )
    return own.map((table) => {
      const where: Where = { ...conditionsOf(period, table.query.corridor, false), [side]: country }
      return line('recovery', 'results', code, countAt(table, where))
    })
  })
}

function countAt({ id, cells }: ReportTable, where: Where): number | null {
  const found = cellAt(cells, where)
  if (!found) throw new Error(`${id} has no cell ${JSON.stringify(where)}`)
  return found.count
}
