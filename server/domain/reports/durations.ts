import type { Period } from '../aggregates/period.ts'
import type { CountryCode } from '../kernel/country.ts'
import type { Code } from '../kernel/ids.ts'
import { cellAt } from './cell-at.ts'
import type { CountedFact } from './figures/counted-fact.ts'
import { distributionOf, type Histogram } from './figures/distribution.ts'
import { conditionsOf, owedOn } from './figures/figure-tables.ts'
import { OPEN_FIGURES, watchedSteps } from './figures/figures-of.ts'
import type { Where } from './protection/cell.ts'
import type { Duration, ReportTable } from './report.ts'

/**
 * How long each watched step took, by the country that owed it. The n is a cell of the table it belongs to, and median and
 * percentile are shown where that cell is.
 */
export const durationsOf = (
  tables: readonly ReportTable[],
  days: (table: string) => readonly CountedFact[],
  period: Period,
): readonly Duration[] =>
  tables
    .filter(isWatched)
    .flatMap((table) => {
      const counts = days(table.id)
      const countries = new Set(counts.flatMap((one) => one.owedBy ?? []))
      return [...countries].map((owedBy) =>
        durationIn(table, tables, period, owedBy, histogramOf(counts.filter((one) => one.owedBy === owedBy))),
      )
    })
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))

/** Whether a table counts steps whose time is watched. */
export const isWatched = ({ query }: Pick<ReportTable, 'query'>): boolean =>
  query.kind === 'step' && watchedSteps.some((one) => one === query.name)

function histogramOf(counts: readonly CountedFact[]): Histogram {
  const histogram = new Map<number, number>()
  for (const { days, count } of counts)
    if (typeof days === 'number') histogram.set(days, (histogram.get(days) ?? 0) + count)
  return histogram
}

const keyOf = ({ table, owedBy }: Duration): string => `${table} ${owedBy}`

function durationIn(
  { id, query, cells }: ReportTable,
  tables: readonly ReportTable[],
  period: Period,
  owedBy: CountryCode,
  histogram: Histogram,
): Duration {
  const where: Where = { ...conditionsOf(period, query.corridor, true), owedBy }
  const n = cellAt(cells, where)?.count ?? null
  const measured = distributionOf(histogram)
  // A step without a number of days would make the median one of fewer than its n says.
  const isShown = n !== null && measured?.n === n
  const open = tables.find(
    (table) => OPEN_FIGURES.some(({ id: figure }) => figure === table.figure) && isSameStep(table, query),
  )
  const openWhere = { ...owedOn(query.corridor), owedBy, due: 'not-yet-due' }
  return {
    table: id,
    where,
    step: query.name as Code,
    owedBy,
    corridor: query.corridor,
    n: isShown ? n : null,
    median: isShown ? measured.median : null,
    percentile90: isShown ? measured.percentile90 : null,
    notYetDue: open ? (cellAt(open.cells, openWhere)?.count ?? null) : null,
  }
}

const isSameStep = ({ query }: ReportTable, other: ReportTable['query']): boolean =>
  query.name === other.name && JSON.stringify(query.corridor) === JSON.stringify(other.corridor)
