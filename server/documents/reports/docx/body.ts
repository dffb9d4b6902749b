import { BookmarkEnd, BookmarkStart, Paragraph, type Table } from 'docx'
import type {
  PrintedBlock,
  PrintedReport,
  PrintedTable,
  ReportText,
} from '../../../domain/reports/printed/printed-report.ts'
import { bookmarkOf, contentsOf, levelOf } from './contents.ts'
import { laidOut, type Piece } from './layout.ts'
import { listOf } from './lists.ts'
import { grid, tableOf } from './tables.ts'
import { runs } from './text.ts'

/** All that stands between the head and the foot of the pages. */
export function bodyOf({ sides }: PrintedReport): readonly (Paragraph | Table)[] {
  const [first] = sides
  if (!first) throw new Error('a printed report is in some language')
  const side = (paragraphsOf: (text: ReportText, side: number) => readonly Paragraph[]): Piece => ({
    beside: sides.map((text, place) => paragraphsOf(text, place)),
  })
  return laidOut([
    side(({ language, title }) => [new Paragraph({ style: 'Title', children: runs(title, language) })]),
    side(({ language, subtitle }) => [new Paragraph({ style: 'Subtitle', children: runs(subtitle, language) })]),
    { across: [factsOf(sides), new Paragraph({ style: 'Gap' })] },
    // LibreOffice takes a table apart that contents stand in: so each language’s are as wide as the page.
    { across: sides.flatMap(contentsOf) },
    ...first.sections.flatMap((section, at) => [
      side((text, place) => headingOf(text, place, at)),
      ...section.blocks.flatMap((_, block) => blockOf(sides, at, block)),
    ]),
  ])
}

const factsOf = (sides: readonly ReportText[]): Table => {
  const facts = sides[0]?.facts ?? []
  return grid(
    [],
    facts.map((_, place) =>
      (['label', 'value'] as const).map((part) =>
        sides.map(({ language, facts: own }) => ({ language, text: own[place]?.[part] ?? '' })),
      ),
    ),
    [],
  )
}

const styleOf = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3', 4: 'Heading4' } as const

function headingOf({ language, sections }: ReportText, side: number, at: number): readonly Paragraph[] {
  const section = sections[at]
  if (!section) throw new Error(`no section ${at} in ${language}`)
  const id = side * sections.length + at
  const heading = new Paragraph({ style: styleOf[levelOf(side, section)] })
  // The library’s own bookmarks count on from one document to the next.
  heading.addChildElement(new BookmarkStart(bookmarkOf(side, at), id))
  for (const run of runs(section.heading, language)) heading.addChildElement(run)
  heading.addChildElement(new BookmarkEnd(id))
  return [heading]
}

/** A block in all languages: side by side, an item of a list a row; a table once. A chart’s numbers stand in its table. */
function blockOf(sides: readonly ReportText[], section: number, place: number): readonly Piece[] {
  const blocks = sides.map(({ language, sections }) => {
    const block = sections[section]?.blocks[place]
    if (!block) throw new Error(`no block ${place} of section ${section} in ${language}`)
    return { language, block }
  })
  const tables = blocks.flatMap(({ language, block }) => (isTable(block) ? [{ language, table: block }] : []))
  if (tables.length > 0) return [{ across: tableOf(tables) }]
  const columns = blocks.map(({ language, block }, side): readonly Paragraph[] => {
    if (block.kind === 'paragraph') return [new Paragraph({ children: runs(block.text, language) })]
    if (block.kind === 'list') return listOf(block.items, language, `${section}-${place}-${side}`)
    return []
  })
  return (columns[0] ?? []).map((_, row) => ({ beside: columns.map((column) => column.slice(row, row + 1)) }))
}

const isTable = (block: PrintedBlock): block is PrintedTable => block.kind === 'table'
