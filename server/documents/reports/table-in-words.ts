import { showNamed } from '../../../locales/show.ts'
import type { PrintedCell, PrintedTable } from '../../domain/reports/printed/printed-report.ts'
import type { Where } from '../../domain/reports/protection/cell.ts'
import type { ReportCell, ReportTable } from '../../domain/reports/report.ts'
import { words } from './blocks.ts'
import { cellsOf, counted, isZero } from './counts.ts'
import { categoryName, dimensionName } from './dimension-words.ts'
import { signNotes, traceOf, withheldNote } from './table-notes.ts'
import { directionName, type Teller, type Telling, tell } from './teller.ts'

/** What a table shows; of one direction of a corridor, also which. */
export function captionOf(telling: Teller, { figure, query: { corridor } }: ReportTable): string {
  const caption = tell(telling, `report:table.${figure}`)
  if (!corridor) return caption
  return showNamed(telling.to, caption, directionName(telling, corridor))
}

/** What of a table is printed: categories by rows and columns, without those that hold nothing but zeros. */
export interface Shape {
  readonly rows: readonly Where[]
  /** Empty where the table has one dimension. The total is the last of both. */
  readonly columns: readonly Where[]
  readonly zerosLeftOut: boolean
}

export function shapeOf(table: ReportTable): Shape {
  const [down, across, ...more] = table.dimensions
  if (more.length > 0) throw new Error(`table ${table.id} has more dimensions than a page`)
  const cellAt = cellsOf(table)
  const each = (one: typeof down): Where[] => one?.categories.map((code) => ({ [one.name]: code })) ?? []
  const [rows, columns] = [each(down), each(across)]
  const isPrinted = (cell: ReportCell) => !isZero(cell) && !(table.isWithheld && cell.count === null)
  const holdsMore = (own: Where, others: readonly Where[]) =>
    [{}, ...others].some((other) => isPrinted(cellAt({ ...own, ...other })))
  // Of a table that is left out whole, one sign says so.
  const isLeftOut = table.cells.every(({ leftOut }) => leftOut === 'clearance')
  if (isLeftOut) return { rows: [], columns: [], zerosLeftOut: false }
  const rowsLeft = rows.filter((row) => holdsMore(row, columns))
  const columnsLeft = columns.filter((column) => holdsMore(column, rows))
  return {
    rows: rowsLeft,
    columns: across ? [...columnsLeft, {}] : [],
    zerosLeftOut: !table.isWithheld && (rowsLeft.length < rows.length || columnsLeft.length < columns.length),
  }
}

/** A table of counts: the first dimension down, the second across, with totals. */
export function tableInWords(telling: Telling, table: ReportTable): PrintedTable {
  const shape = shapeOf(table)
  const cellAt = cellsOf(table)
  const [down, across] = table.dimensions
  const total = tell(telling, 'report:head.total')
  const name = (dimension: string | undefined, where: Where) => {
    const category = dimension && where[dimension]
    return category ? categoryName(telling, dimension, category) : total
  }
  const columns = shape.columns.length > 0 ? shape.columns : [{}]
  const numbersOf = (row: Where) => columns.map((column) => counted(cellAt({ ...row, ...column })))
  const rows = [...shape.rows, {}].map((row): PrintedCell[] => [words(name(down?.name, row)), ...numbersOf(row)])
  return {
    kind: 'table',
    id: table.id,
    caption: captionOf(telling, table),
    head: [
      headOf(telling, table),
      ...columns.map((column) => (across ? name(across.name, column) : tell(telling, 'report:head.figure'))),
    ],
    numeric: columns.map((_, place) => place + 1),
    rows,
    notes: [
      ...withheldNote(telling, table),
      ...signNotes(telling, rows),
      ...(shape.zerosLeftOut ? [tell(telling, 'report:note.zeros')] : []),
      ...(table.dimensions.some((one) => one.name === 'exploitation') ? [tell(telling, 'report:note.several')] : []),
      traceOf(telling, table),
    ],
  }
}

/** What the rows are, and what the columns: `requesting country / country of return`. */
const headOf = (telling: Teller, { dimensions }: ReportTable): string =>
  dimensions.length === 0
    ? tell(telling, 'report:head.figure')
    : dimensions.map(({ name }) => dimensionName(telling, name)).join(' / ')
