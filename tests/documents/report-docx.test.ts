import { attr } from '@cj-tech-master/excelts/xml'
import { expect, test } from 'vitest'
import { docxOf } from '../../server/documents/reports/docx.ts'
import { type Language, languages } from '../../server/domain/kernel/language.ts'
import type { PrintedBlock, PrintedReport } from '../../server/domain/reports/printed/printed-report.ts'
import { all, paragraphOf, type ReadTable, readDocx } from '../support/read-docx.ts'
import { printed, wildContent } from '../support/sample-content.ts'

const content = wildContent()
const pairs = languages.map((one, place) => [one, languages[(place + 3) % languages.length] ?? 'en'] as const)
const files = await Promise.all(
  [...languages.map((one): readonly [Language] => [one]), ...pairs].map(async (spoken) => {
    const report = printed(content, spoken)
    return { says: spoken.join(), report, read: readDocx(await docxOf(report)) }
  }),
)

const blocksOf = ({ sides }: PrintedReport): readonly (readonly PrintedBlock[])[] =>
  sides.map(({ sections }) => sections.flatMap(({ blocks }) => blocks))
/** A text in each language, once where all say the same. */
const once = (texts: readonly (string | undefined)[]): readonly string[] => [...new Set(texts.map((one) => one ?? ''))]
const rowsOf = ({ rows }: ReadTable) => rows.map((row) => row.map((cell) => cell.map(({ text }) => text)))
/** Tables that hold data: those with a head. */
const dataIn = (blocks: readonly (ReadTable | object)[]) =>
  blocks.filter((block): block is ReadTable => 'heads' in block && block.heads > 0)

test('every table stands there with its head, its rows and its numbers, in the cells where it is printed', () => {
  for (const { says, report, read } of files) {
    const sides = blocksOf(report).map((blocks) => blocks.filter((block) => block.kind === 'table'))
    const tables = dataIn(read.blocks)
    expect(tables.length, says).toBe(sides[0]?.length)
    tables.forEach((table, place) => {
      const own = sides.map((side) => side[place])
      const [first] = own
      const head = first?.head.map((_, column) => once(own.map((one) => one?.head[column])))
      const rows = first?.rows.map((row, at) =>
        row.map((_, column) => once(own.map((one) => one?.rows[at]?.[column]?.text))),
      )
      expect(rowsOf(table), `${says} ${first?.id}`).toEqual([head, ...(rows ?? [])])
      expect(table.heads).toBe(1)
      for (const row of table.rows)
        row.forEach((cell, column) => {
          for (const paragraph of cell) expect(paragraph.toTheRight).toBe(first?.numeric.includes(column))
        })
    })
  }
})

test('every paragraph, item, caption, note and fact stands there once in each language, and no chart', () => {
  for (const { says, report, read } of files) {
    const texts = read.paragraphs.map(({ text }) => text)
    for (const side of report.sides) {
      const said = side.sections.flatMap(({ blocks }) => blocks.flatMap(textsOf))
      const facts = side.facts.flatMap(({ label, value }) => [label, value])
      for (const text of [side.title, side.subtitle, side.contents, ...said, ...facts])
        expect(texts, `${says}: ${text}`).toContain(text)
    }
  }
})

const textsOf = (block: PrintedBlock): readonly string[] => {
  if (block.kind === 'paragraph') return [block.text]
  if (block.kind === 'table') return [block.caption, ...block.notes]
  if (block.kind === 'chart') return []
  return block.items.map(({ text, foreign }) => (foreign ? `${text} (${foreign.note})` : text))
}

test('headings are headings, and the contents name each of them and lead to it', () => {
  for (const { says, report, read } of files) {
    const body = read.xml('word/document.xml')
    const marks = all(body, 'w:bookmarkStart')
    expect(new Set(marks.map((one) => attr(one, 'w:id'))).size).toBe(marks.length)
    const instructions = all(body, 'w:instrText').map((one) => paragraphText(one))
    report.sides.forEach(({ sections }, side) => {
      const levels = side === 0 ? [1, 2] : [3, 4]
      const headings = read.paragraphs.filter(({ style }) => levels.some((level) => style === `Heading${level}`))
      const expected = sections.map(({ level, heading }) => [`Heading${levels[level - 1]}`, heading])
      expect(
        headings.map(({ style, text }) => [style, text]),
        says,
      ).toEqual(expected)
      const entries = read.paragraphs.filter(({ style }) => levels.some((level) => style === `TOC${level}`))
      expect(entries.map(({ style, text }) => [style?.replace('TOC', 'Heading'), text.trim()])).toEqual(expected)
      expect(instructions.filter((one) => one.includes(`TOC \\o "${levels.join('-')}"`))).toHaveLength(1)
    })
    const names = marks.map((one) => attr(one, 'w:name'))
    expect(all(body, 'w:hyperlink').map((one) => attr(one, 'w:anchor'))).toEqual(names.toSorted())
  }
})

const paragraphText = ({ children }: { readonly children: readonly { readonly type: string }[] }): string =>
  children.map((one) => ('value' in one ? String(one.value) : '')).join('')

test('each page says that all is invented and not published, and which page of which report it is', () => {
  for (const { report, read } of files) {
    const head = all(read.xml('word/header1.xml'), 'w:p').map((one) => paragraphOf(one).text)
    expect(head).toEqual([
      ...once(report.sides.map(({ fictitious }) => fictitious ?? '')),
      ...once(report.sides.map(({ status }) => status ?? '')),
    ])
    const foot = read.xml('word/footer1.xml')
    const said = all(foot, 'w:p').map((one) => paragraphOf(one).text)
    expect(said).toEqual(
      report.sides.map(
        ({ referenceLabel, page }) => `${referenceLabel} ${report.reference}\t${page.replace(/\{pages?\}/g, '1')}`,
      ),
    )
    const fields = all(foot, 'w:instrText').map((one) => paragraphText(one).trim())
    expect(fields.toSorted()).toEqual(report.sides.flatMap(() => ['PAGE', 'NUMPAGES']).toSorted())
  }
})

test('lists are lists: what Word counts is the number that an item has', () => {
  for (const { says, report, read } of files) {
    const items = blocksOf(report).flatMap((blocks) =>
      blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])),
    )
    const expected = items.map((item) => [textsOf({ kind: 'list', items: [item] })[0], item.number])
    expect(expected.filter(([, number]) => number !== null).length).toBeGreaterThan(3)
    expect(counted(read).toSorted(), says).toEqual(expected.toSorted())
  }
})

/** Paragraphs of lists, with the numbers that Word would count for them. */
function counted({ paragraphs, xml }: ReturnType<typeof readDocx>) {
  const numbering = xml('word/numbering.xml')
  const next = new Map<string, number>()
  const levelOf = (list: string) => {
    const concrete = all(numbering, 'w:num').find((one) => attr(one, 'w:numId') === list)
    const kind = concrete && all(concrete, 'w:abstractNumId')[0]?.attributes['w:val']
    return all(numbering, 'w:abstractNum').find((one) => attr(one, 'w:abstractNumId') === kind)
  }
  return paragraphs.flatMap(({ text, list }) => {
    if (list === null) return []
    const level = levelOf(list)
    if (!level) throw new Error(`no list ${list}`)
    if (all(level, 'w:numFmt')[0]?.attributes['w:val'] === 'bullet') return [[text, null]]
    const number = next.get(list) ?? Number(all(level, 'w:start')[0]?.attributes['w:val'])
    next.set(list, number + 1)
    return [[text, String(number)]]
  })
}
