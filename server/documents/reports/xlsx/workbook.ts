import { type Row, Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { fileText } from '../file-text.ts'
import { lettersOf } from '../letters.ts'
import type { Sheet, Value } from './sheet.ts'

const GREY = 'FF7F7F7F'
const HEAD = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7ECF5' } } as const
/** Widths in letters. */
const [NARROW, WIDE] = [9, 48]

/** Sheets as a workbook. */
export async function workbookOf(
  sheets: readonly { readonly name: string; readonly sheet: Sheet }[],
): Promise<Uint8Array> {
  const workbook = new Workbook()
  for (const { name, sheet } of sheets) fill(workbook.addWorksheet(name), sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function fill(onto: Worksheet, { titles, columns, rows, notes }: Sheet): void {
  titles.forEach((title, place) => {
    write(onto, [title]).font = { bold: true, size: place === 0 ? 14 : 11 }
  })
  onto.addRow([])
  if (columns.length > 0) {
    const head = write(
      onto,
      columns.map((column) => column.head),
    )
    head.font = { bold: true }
    head.eachCell((cell) => {
      cell.fill = HEAD
    })
    // The head stays where it is when the rows are scrolled.
    onto.views = [{ state: 'frozen', xSplit: 0, ySplit: head.number }]
    if (rows.length > 0)
      onto.autoFilter = {
        from: { row: head.number, col: 1 },
        to: { row: head.number + rows.length, col: columns.length },
      }
  }
  for (const row of rows) write(onto, row)
  onto.addRow([])
  for (const note of notes) write(onto, [note])
  setWidths(onto, { columns, rows })
}

function write(onto: Worksheet, values: readonly Value[]): Row {
  const row = onto.addRow(values.map((value) => (typeof value === 'string' ? fileText(value) : value)))
  row.eachCell((cell) => {
    // A text that looks like a formula stays one, also when somebody goes into the cell and out again.
    if (typeof cell.value === 'string' && /^[=+\-@]/.test(cell.value)) cell.numFmt = '@'
  })
  return row
}

function setWidths(onto: Worksheet, { columns, rows }: Pick<Sheet, 'columns' | 'rows'>): void {
  const count = Math.max(columns.length, ...rows.map((row) => row.length))
  for (let place = 0; place < count; place += 1) {
    const texts = [columns[place]?.head ?? '', ...rows.map((row) => row[place] ?? '')].map((one) =>
      lettersOf(String(one)),
    )
    const column = onto.getColumn(place + 1)
    column.width = Math.min(WIDE, Math.max(NARROW, ...texts) + 2)
    if (columns[place]?.code) column.font = { color: { argb: GREY } }
  }
}
