import { periodText } from '../../domain/aggregates/period.ts'
import type { Where } from '../../domain/reports/protection/cell.ts'
import type { Duration, ReportCell, ReportContent, ReportedFigure, ReportTable } from '../../domain/reports/report.ts'

/** One number of a report, with all that says which it is. */
export interface FigureRow {
  readonly table: string
  readonly kind: string
  readonly name: string
  /** Of what was counted here: quarters, both included. */
  readonly from: string
  readonly to: string
  readonly period: string
  /** Of a national figure. */
  readonly country: string
  readonly where: Where
  readonly statistic: 'count' | 'n' | 'median-days' | 'percentile90-days' | 'not-yet-due' | 'reported-total'
  /** Null: left out, or of nothing. */
  readonly value: number | null
  readonly leftOut: ReportCell['leftOut']
  readonly reported: Pick<ReportedFigure, 'definition' | 'coverage' | 'source' | 'sourceDay'> | null
  readonly snapshot: string
}

/** Every figure of a report: the cells of its tables, its durations, what countries reported. */
export const figureRows = ({ figures, leftOut }: ReportContent): readonly FigureRow[] => [
  ...figures.tables.flatMap(cellRows),
  ...figures.durations.flatMap((duration) => {
    const table = figures.tables.find(({ id }) => id === duration.table)
    return durationRows(duration, table, leftOut.includes(duration.owedBy), figures.snapshot)
  }),
  ...figures.reported.map((figure) => reportedRow(figure, figures.snapshot)),
]

const cellRows = ({ id, query, snapshot, cells }: ReportTable): readonly FigureRow[] =>
  cells.map(({ where: { period = '', ...where }, count, leftOut }) => ({
    ...{ table: id, kind: query.kind, name: query.name ?? '', from: query.from, to: query.to },
    ...{
      period,
      country: '',
      where: { ...query.corridor, ...where },
      statistic: 'count',
      value: count,
      leftOut,
      reported: null,
      snapshot,
    },
  }))

function durationRows(
  { table: id, where: { period = '', ...where }, step, owedBy, corridor, n, median, percentile90, notYetDue }: Duration,
  table: ReportTable | undefined,
  notCleared: boolean,
  snapshot: string,
): readonly FigureRow[] {
  const row = (statistic: FigureRow['statistic'], value: number | null, leftOut: boolean): FigureRow => ({
    ...{ table: id, kind: 'duration', name: step, from: table?.query.from ?? '', to: table?.query.to ?? '' },
    ...{ period, country: '', where: { ...corridor, ...where, owedBy }, statistic, value, reported: null, snapshot },
    leftOut: leftOut ? (notCleared ? 'clearance' : 'protection') : null,
  })
  return [
    row('n', n, n === null),
    row('median-days', median, n === null),
    row('percentile90-days', percentile90, n === null),
    row('not-yet-due', notYetDue, notYetDue === null),
  ]
}

const reportedRow = (figure: ReportedFigure, snapshot: string): FigureRow => ({
  ...{ table: '', kind: 'national-figure', name: figure.indicator, from: '', to: '' },
  ...{ period: periodText(figure.period), country: figure.country, where: { ...figure.corridor } },
  ...{ statistic: 'reported-total', value: figure.total, leftOut: null, reported: figure, snapshot },
})
