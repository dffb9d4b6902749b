import { readFileSync } from 'node:fs'
import { layoutOf } from './columns.ts'
import { type Figures, figuresIn } from './figures-in.ts'
import { readCsv } from './read-csv.ts'
import { rowsOf } from './rows.ts'
import type { Sheet } from './sheet.ts'
import { knownWords } from './words.ts'

/** What a file holds, and under which name its sheet goes. */
export interface ReadSheet extends Figures {
  readonly name: string | null
}

/** Reads a CSV or XLSX file into figures; all its faults at once. Throws Unreadable where it is no table. */
export async function readFigures(path: string, sheetName: string | null): Promise<ReadSheet> {
  const sheet = await sheetIn(path, sheetName)
  const { layout, faults } = layoutOf(sheet)
  const before = [...sheet.faults, ...faults]
  if (before.length > 0) return { name: sheet.name, figures: [], rowAt: () => null, faults: before }
  const read = rowsOf(sheet, layout, knownWords())
  const gathered = figuresIn(read.faults.length > 0 ? [] : read.rows)
  return { ...gathered, name: sheet.name, faults: [...read.faults, ...gathered.faults] }
}

/** An XLSX file is a ZIP archive, whatever it is called. */
async function sheetIn(path: string, sheetName: string | null): Promise<Sheet> {
  const bytes = readFileSync(path)
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return readCsv(bytes)
  // The reader of workbooks is large: it is read when there is a workbook.
  const { readXlsx } = await import('./read-xlsx.ts')
  return readXlsx(bytes, sheetName)
}
