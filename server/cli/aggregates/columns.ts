import { say } from '../../../locales/index.ts'
import { languages } from '../../domain/kernel/language.ts'
import { type Cell, columnLetter, type Fault, type Sheet } from './sheet.ts'

/** What a sheet may hold; a total names neither sex, age nor form of exploitation. */
const columns = [
  'year',
  'quarter',
  'indicator',
  'requestingCountry',
  'countryOfReturn',
  'sex',
  'age',
  'exploitation',
  'value',
] as const
export type Column = (typeof columns)[number]
const NEEDED: readonly Column[] = ['year', 'indicator', 'value']

/** How words are compared: composed, small, without the invisible spaces of Khmer, Lao, Burmese and Thai. */
export const plain = (text: string): string =>
  text.normalize('NFC').replaceAll('\u200b', '').trim().replace(/\s+/g, ' ').toLowerCase()

/** Every name of every column: its code, and its words in seven languages. */
const names: ReadonlyMap<string, Column> = new Map(
  columns.flatMap((column) => [
    [plain(column), column] as const,
    ...languages.map(
      (language) => [plain(say({ language, offsetMinutes: 0 }, `sheet:column.${column}`)), column] as const,
    ),
  ]),
)

/** Where each column stands, and how the file calls it. */
export type Layout = ReadonlyMap<Column, { readonly position: number; readonly title: string }>

/** The first row names the columns, in codes or in any of the seven languages. */
export function layoutOf({ rows }: Sheet): { readonly layout: Layout; readonly faults: readonly Fault[] } {
  const [head] = rows
  const layout = new Map<Column, { position: number; title: string }>()
  const faults: Fault[] = []
  for (const [position, cell] of (head?.cells ?? []).entries()) {
    const title = titleOf(cell)
    if (title === '') continue
    const column = names.get(plain(title))
    const place = { row: head?.row ?? 1, column: columnLetter(position) }
    if (!column) faults.push({ key: 'sheet:unknownColumn', facts: { text: title.slice(0, 60) }, ...place })
    else if (layout.has(column)) faults.push({ key: 'sheet:columnTwice', ...place })
    else layout.set(column, { position, title: title.trim() })
  }
  for (const column of NEEDED) if (!layout.has(column)) faults.push({ key: 'sheet:columnMissing', column })
  return { layout, faults }
}

const titleOf = (cell: Cell): string =>
  cell.kind === 'text' ? cell.text.trim() : cell.kind === 'number' ? String(cell.value) : ''
