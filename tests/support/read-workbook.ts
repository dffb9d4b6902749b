import { attr, findChild, findChildren, parseXml, textContent, type XmlElement } from '@cj-tech-master/excelts/xml'
import { all } from './read-docx.ts'
import { zipParts } from './zip-parts.ts'

/** A cell as the file has it: a string of the list of strings, a number, nothing; how it is shown. */
export type ReadCell = string | number | null
export interface ReadSheet {
  readonly name: string
  readonly rows: readonly (readonly ReadCell[])[]
}

/** The sheets of a workbook, read from its XML; a cell that is neither a text nor a number (a formula, say) is an error. */
export function readWorkbook(bytes: Uint8Array): readonly ReadSheet[] {
  const parts = zipParts(bytes)
  const xml = (name: string): XmlElement => parseXml(parts.get(name)?.text ?? '').root
  const strings = findChildren(xml('xl/sharedStrings.xml'), 'si').map((one) => unescaped(textContent(one)))
  const targets = new Map(
    findChildren(xml('xl/_rels/workbook.xml.rels'), 'Relationship').map((one) => [
      attr(one, 'Id'),
      attr(one, 'Target'),
    ]),
  )
  return all(xml('xl/workbook.xml'), 'sheet').map((sheet) => ({
    name: attr(sheet, 'name') ?? '',
    rows: rowsOf(xml(`xl/${targets.get(attr(sheet, 'r:id'))}`), strings),
  }))
}

/** `_x005F_` is how a workbook writes the first letter of a text that only looks like such a sign. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function rowsOf(sheet: XmlElement, strings: readonly string[]): ReadSheet['rows'] {
  const rows: ReadCell[][] = []
  for (const cell of all(sheet, 'c')) {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(attr(cell, 'r') ?? '') ?? []
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    const cells = rows[Number(row) - 1] ?? []
    cells[column] = valueIn(cell, strings)
    rows[Number(row) - 1] = cells
  }
  return Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? null))
}

function valueIn(cell: XmlElement, strings: readonly string[]): ReadCell {
  const children = cell.children.flatMap((one) => (one.type === 'element' ? [one.name] : []))
  if (children.some((name) => name !== 'v')) throw new Error(`${attr(cell, 'r')} holds ${children.join()}`)
  const value = findChild(cell, 'v')
  if (!value) return null
  const type = attr(cell, 't') ?? 'n'
  if (type === 's') return strings[Number(textContent(value))] ?? null
  if (type === 'n') return Number(textContent(value))
  throw new Error(`${attr(cell, 'r')} is of type ${type}`)
}

/** The head that has these codes among its words, and the rows below it. */
export function tableIn(sheet: ReadSheet | undefined, ...codes: readonly string[]) {
  const rows = sheet?.rows ?? []
  const at = rows.findIndex((row) => codes.every((code) => row.includes(`code.${code}`)))
  const end = rows.findIndex((row, place) => place > at && row.every((cell) => cell === null))
  const head = rows[at] ?? []
  if (at < 0) throw new Error(`${sheet?.name} has no columns ${codes.join()}`)
  return {
    rows: rows.slice(at + 1, end),
    column: (code: string): readonly ReadCell[] =>
      rows.slice(at + 1, end).map((row) => row[head.indexOf(`code.${code}`)] ?? null),
  }
}
