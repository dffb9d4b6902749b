import { type CellValue, Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { type Cell, type Fault, type Sheet, Unreadable } from './sheet.ts'

/** One sheet of a workbook: the one of this name, or the first. Merged cells are named and not guessed at. */
export async function readXlsx(bytes: Uint8Array, name: string | null): Promise<Sheet> {
  const workbook = new Workbook()
  await workbook.xlsx.load(bytes).catch((error: unknown) => {
    throw new Unreadable((error as Error).message)
  })
  const sheet = name === null ? workbook.worksheets[0] : workbook.getWorksheet(name)
  if (!sheet) throw new Unreadable(`sheets: ${workbook.worksheets.map((one) => one.name).join(', ')}`)
  return { name: sheet.name, rows: rowsOf(sheet), faults: mergedIn(sheet) }
}

const rowsOf = (sheet: Worksheet): Sheet['rows'] =>
  Array.from({ length: sheet.rowCount }, (_, place) => ({
    row: place + 1,
    cells: Array.from({ length: sheet.columnCount }, (_one, column) =>
      cellOf(sheet.getRow(place + 1).getCell(column + 1).value),
    ),
  })).filter(({ cells }) => cells.some(({ kind }) => kind !== 'empty'))

/** A number that an empty cell of a merged range stands for would be a guess: each range is named. */
function mergedIn(sheet: Worksheet): Fault[] {
  const ranges = new Map<string, { row: number; last: string }>()
  for (let row = 1; row <= sheet.rowCount; row += 1)
    for (let column = 1; column <= sheet.columnCount; column += 1) {
      const cell = sheet.getRow(row).getCell(column)
      if (!cell.isMerged) continue
      const first = cell.master.address
      ranges.set(first, { row: ranges.get(first)?.row ?? row, last: cell.address })
    }
  return [...ranges].map(([first, { row, last }]) => ({
    key: 'sheet:merged',
    facts: { range: `${first}:${last}` },
    row,
  }))
}

function cellOf(value: CellValue): Cell {
  if (value === null || value === undefined) return { kind: 'empty' }
  if (typeof value === 'number') return { kind: 'number', value }
  if (typeof value === 'string') return textOf(value)
  if (typeof value === 'boolean') return textOf(String(value))
  if (value instanceof Date) return textOf(value.toISOString().slice(0, 10))
  if ('formula' in value || 'sharedFormula' in value)
    return value.result === undefined || value.result === null
      ? { kind: 'no-value' }
      : cellOf(value.result as CellValue)
  if ('richText' in value) return textOf(value.richText.map(({ text }) => text).join(''))
  if ('error' in value) return { kind: 'no-value' }
  return 'text' in value ? textOf(String(value.text)) : textOf(JSON.stringify(value))
}

const textOf = (text: string): Cell => (text.trim() === '' ? { kind: 'empty' } : { kind: 'text', text })
