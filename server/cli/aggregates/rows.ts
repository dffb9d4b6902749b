import type { Column, Layout } from './columns.ts'
import { plain } from './columns.ts'
import type { Cell, Fault, Sheet } from './sheet.ts'
import { wholeNumber } from './whole-number.ts'
import type { Words } from './words.ts'

/** One row of a sheet in codes; what its cell leaves empty is null. */
export interface Row {
  readonly row: number
  readonly codes: Readonly<Partial<Record<Column, string>>>
  readonly year: number
  readonly quarter: number | null
  readonly value: number
}

const NUMBERS: ReadonlySet<Column> = new Set(['year', 'quarter', 'value'])
const MAY_BE_EMPTY: ReadonlySet<Column> = new Set([
  'quarter',
  'requestingCountry',
  'countryOfReturn',
  'sex',
  'age',
  'exploitation',
])
const EMPTY: Cell = { kind: 'empty' }

/** Every row below the names of the columns, or what is wrong with each of its cells. */
export function rowsOf(
  { rows }: Sheet,
  layout: Layout,
  words: Words,
): { readonly rows: readonly Row[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const read = rows.slice(1).map(({ row, cells }) => {
    const codes: Partial<Record<Column, string>> = {}
    const numbers: Partial<Record<Column, number>> = {}
    for (const [column, { position, title }] of layout) {
      const found = NUMBERS.has(column)
        ? numberIn(column, cells[position] ?? EMPTY)
        : codeIn(column, cells[position] ?? EMPTY, words)
      if (typeof found === 'object') faults.push(...(found ? [{ ...found, row, column: title }] : []))
      else if (typeof found === 'number') numbers[column] = found
      else codes[column] = found
    }
    return { row, codes, year: numbers.year ?? 0, quarter: numbers.quarter ?? null, value: numbers.value ?? 0 }
  })
  return { rows: read, faults: read.length === 0 ? [{ key: 'sheet:noRows' }] : faults }
}

/** Nothing where a cell may be empty; a fault where it says something else than a number. */
function numberIn(column: Column, cell: Cell): number | Fault | null {
  if (cell.kind === 'empty') return MAY_BE_EMPTY.has(column) ? null : { key: 'sheet:empty' }
  if (cell.kind === 'no-value') return { key: 'sheet:noFormulaValue' }
  const text = cell.kind === 'number' ? String(cell.value) : cell.text
  const found = wholeNumber(column === 'quarter' ? text.replace(/^\s*q/i, '') : text)
  return found ?? { key: 'sheet:notNumber', facts: { text: text.trim().slice(0, 60) } }
}

function codeIn(column: Column, cell: Cell, words: Words): string | Fault | null {
  if (cell.kind === 'empty') return MAY_BE_EMPTY.has(column) ? null : { key: 'sheet:empty' }
  if (cell.kind === 'no-value') return { key: 'sheet:noFormulaValue' }
  const text = cell.kind === 'number' ? String(cell.value) : cell.text
  const code = words.get(column)?.get(plain(text))
  return code ?? { key: 'sheet:unknownWord', facts: { text: text.trim().slice(0, 60) } }
}
