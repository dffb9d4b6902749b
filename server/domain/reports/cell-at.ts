import type { Where } from './protection/cell.ts'
import type { ReportCell } from './report.ts'

/** The cell of a table with just these conditions; undefined where it has none. */
export const cellAt = (cells: readonly ReportCell[], where: Where): ReportCell | undefined =>
  cells.find((cell) => isSame(cell.where, where))

const isSame = (one: Where, other: Where): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(other).every(([name, category]) => one[name] === category)
