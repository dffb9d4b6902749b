import { attr, findChild, findChildren, parseXml, walk, type XmlElement } from '@cj-tech-master/excelts/xml'
import { zipParts } from './zip-parts.ts'

export interface ReadParagraph {
  readonly text: string
  readonly style: string | null
  readonly toTheRight: boolean
  /** Number of the list it is in. */
  readonly list: string | null
  readonly runs: readonly ReadRun[]
}
export interface ReadRun {
  readonly text: string
  readonly languages: Readonly<Record<string, string>>
  readonly fonts: Readonly<Record<string, string>>
}
export interface ReadTable {
  /** Texts of a cell, a paragraph each. */
  readonly rows: readonly (readonly (readonly ReadParagraph[])[])[]
  /** How many rows are repeated on each page. */
  readonly heads: number
}

/** What a reader of DOCX finds: paragraphs and tables of the body in their order, and all paragraphs wherever they stand. */
export function readDocx(bytes: Uint8Array) {
  const parts = zipParts(bytes)
  const xml = (name: string): XmlElement => parseXml(parts.get(name)?.text ?? '').root
  const body = child(xml('word/document.xml'), 'w:body')
  return {
    parts,
    xml,
    blocks: body.children.flatMap((one): (ReadParagraph | ReadTable)[] => {
      if (one.type !== 'element') return []
      return one.name === 'w:p' ? [paragraphOf(one)] : one.name === 'w:tbl' ? [tableOf(one)] : []
    }),
    paragraphs: all(body, 'w:p').map(paragraphOf),
  }
}

export const isTable = (block: ReadParagraph | ReadTable): block is ReadTable => 'rows' in block

export function all(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = []
  walk(element, (one) => {
    if (one.name === name) found.push(one)
  })
  return found
}

const child = (element: XmlElement, name: string): XmlElement => {
  const found = findChild(element, name)
  if (!found) throw new Error(`no ${name} in ${element.name}`)
  return found
}

const tableOf = (table: XmlElement): ReadTable => ({
  rows: findChildren(table, 'w:tr').map((row) =>
    findChildren(row, 'w:tc').map((cell) => findChildren(cell, 'w:p').map(paragraphOf)),
  ),
  heads: all(table, 'w:tblHeader').length,
})

export function paragraphOf(paragraph: XmlElement): ReadParagraph {
  const runs = all(paragraph, 'w:r').map(runOf)
  const look = findChild(paragraph, 'w:pPr')
  const said = (name: string) => {
    const [found] = look ? all(look, name) : []
    return found ? (attr(found, 'w:val') ?? null) : null
  }
  return {
    text: runs.map(({ text }) => text).join(''),
    style: said('w:pStyle'),
    toTheRight: said('w:jc') === 'right',
    list: said('w:numId'),
    runs: runs.filter(({ text }) => text !== ''),
  }
}

const pieces: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n' }

function runOf(run: XmlElement): ReadRun {
  const text = run.children.map((one) => {
    if (one.type !== 'element') return ''
    const [only] = one.children
    return one.name === 'w:t' ? (only?.type === 'text' ? only.value : '') : (pieces[one.name] ?? '')
  })
  const look = findChild(run, 'w:rPr')
  const attributes = (name: string) => (look ? (findChild(look, name)?.attributes ?? {}) : {})
  return { text: text.join(''), languages: attributes('w:lang'), fonts: attributes('w:rFonts') }
}
