import type { PrintedChart } from '../../domain/reports/printed/printed-report.ts'
import type { ReportTable } from '../../domain/reports/report.ts'
import { cellsOf, counted } from './counts.ts'
import { categoryName } from './dimension-words.ts'
import { captionOf, shapeOf } from './table-in-words.ts'
import { type Teller, tell } from './teller.ts'

/** Bars for the rows of a table, or for the totals of its rows; none where there is nothing to compare. */
export function chartOf(telling: Teller, table: ReportTable): PrintedChart | null {
  const [down, across] = table.dimensions
  if (!down) return null
  const cellAt = cellsOf(table)
  const bars = shapeOf(table).rows.map((row) => ({
    label: categoryName(telling, down.name, row[down.name] ?? ''),
    ...counted(cellAt(row)),
  }))
  if (bars.filter(({ value }) => value !== null && value > 0).length < 2) return null
  const caption = captionOf(telling, table)
  return {
    kind: 'chart',
    caption: across ? tell(telling, 'report:rowTotals', { caption }) : caption,
    table: table.id,
    bars,
  }
}
