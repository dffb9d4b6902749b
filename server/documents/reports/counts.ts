import type { PrintedCell } from '../../domain/reports/printed/printed-report.ts'
import type { Where } from '../../domain/reports/protection/cell.ts'
import type { ReportCell, ReportTable } from '../../domain/reports/report.ts'
import { figure } from './blocks.ts'

/** Signs that stand where a number does not, the same in every language. */
export const WITHHELD = '×'
export const NOT_CLEARED = '…'

/** The cells of a table by their categories; what holds of the whole table, as its period, does not tell them apart. */
export function cellsOf({ id, dimensions, cells }: ReportTable): (where: Where) => ReportCell {
  const keyOf = (where: Where) => JSON.stringify(dimensions.map(({ name }) => where[name] ?? null))
  const byKey = new Map(cells.map((cell) => [keyOf(cell.where), cell]))
  return (where) => {
    const cell = byKey.get(keyOf(where))
    if (!cell) throw new Error(`table ${id} has no cell ${JSON.stringify(where)}`)
    return cell
  }
}

export const counted = ({ count, leftOut }: ReportCell): PrintedCell =>
  figure(count, leftOut === 'clearance' ? NOT_CLEARED : WITHHELD)

export const isZero = ({ count }: ReportCell): boolean => count === 0
