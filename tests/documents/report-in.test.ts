import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shippedProcedures } from '../../db/reference/read.ts'
import { readWorld } from '../../db/reference/world.ts'
import { reportIn } from '../../server/documents/reports/report-in.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { type Language, languages } from '../../server/domain/kernel/language.ts'
import type { PrintedBlock, PrintedTable, ReportText } from '../../server/domain/reports/printed/printed-report.ts'
import { type DraftedLine, draftedCodes, type ReportContent } from '../../server/domain/reports/report.ts'
import { reportKinds } from '../../server/domain/reports/report-kinds.ts'
import { sampleContent } from '../support/report-content.ts'

const world = readWorld(shippedProcedures().map(({ procedure }) => procedure))
const HASH = '5f'.repeat(32)

const textIn = (content: ReportContent, language: Language): ReportText => {
  const [side] = reportIn({ world }, content, HASH, [language]).sides
  if (!side) throw new Error('a report has a side')
  return side
}
const blocksOf = ({ sections }: ReportText): readonly PrintedBlock[] => sections.flatMap(({ blocks }) => blocks)
const tablesOf = (text: ReportText): readonly PrintedTable[] => blocksOf(text).filter((block) => block.kind === 'table')
const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : []
const said = new Map<Language, Readonly<Record<string, string>>>(
  languages.map((language) => [language, JSON.parse(readFileSync(`locales/${language}/report.json`, 'utf8'))]),
)
const words = (language: Language) => said.get(language) ?? {}
const countryIn = (language: Language, country: CountryCode) => world.countries.get(country)?.label[language] ?? ''

/** What a report is built of, without its words: numbers, signs and where they stand. */
const skeleton = ({ sections, facts, fictitious, status }: ReportText) => ({
  facts: facts.length,
  marks: [fictitious !== null, status !== null],
  sections: sections.map(({ level, blocks }) => ({ level, blocks: blocks.map(bare) })),
})
function bare(block: PrintedBlock): unknown {
  switch (block.kind) {
    case 'paragraph':
      return 'paragraph'
    case 'list':
      return block.items.map(({ number }) => number)
    case 'chart':
      return [block.table, block.bars.map(({ value }) => value)]
    case 'table':
      return {
        ...block,
        caption: null,
        head: block.head.length,
        notes: block.notes.length,
        rows: block.rows.map((row) => row.map(({ value }) => value)),
      }
  }
}

test.each(reportKinds)('both sides of a report (%s) are built alike, in every pair of languages', (kind) => {
  const content = sampleContent(kind)
  for (const left of languages)
    for (const right of languages) {
      const [one, other] = reportIn({ world }, content, HASH, [left, right]).sides
      if (!one || !other) throw new Error('a report in two languages has two sides')
      expect(skeleton(one), `${left} ${right}`).toEqual(skeleton(other))
      expect([one.language, other.language]).toEqual([left, right])
    }
})

const LISTS: Readonly<Record<string, string>> = {
  holdReason: 'hold-reason',
  refusalReason: 'refusal-reason',
  disputeSubject: 'dispute-subject',
}
/** The name of a category, found otherwise than the report finds it. */
function labelOf(language: Language, dimension: string, category: string | undefined): string | undefined {
  if (category === undefined) return words(language)['head.total']
  const code = world.codeLists.get(LISTS[dimension] ?? dimension)?.codes.find((one) => one.code === category)
  const country = [...world.countries.values()].find((one) => one.code === category)
  return (code ?? country)?.label[language] ?? words(language)[`category.${category}`]
}

test.each(languages)('every number stands in its cell, and a sign where a number is left out: %s', (language) => {
  const content = sampleContent('som-progress')
  const printed = new Map(tablesOf(textIn(content, language)).map((table) => [table.id, table]))
  for (const { id, dimensions, cells } of content.figures.tables) {
    const table = printed.get(id)
    const [down, across] = dimensions
    if (!table || !down) throw new Error(`${id} is not printed`)
    for (const { where, count, leftOut } of cells) {
      const row = table.rows.find(([head]) => head?.text === labelOf(language, down.name, where[down.name]))
      const column = across ? table.head.indexOf(labelOf(language, across.name, where[across.name]) ?? '') : 1
      const cell = row?.[column]
      // Only zeros are not printed.
      if (count === 0 && !cell) continue
      expect(cell, `${id} ${JSON.stringify(where)}`).toEqual({
        text: { protection: '×', clearance: '…', shown: String(count) }[leftOut ?? 'shown'],
        value: count,
      })
    }
    const numbers = table.rows.flat().flatMap(({ value }) => (value === null || value === 0 ? [] : [value]))
    const counts = cells.flatMap(({ count }) => (count === null || count === 0 ? [] : [count]))
    expect(numbers.toSorted(), id).toEqual(counts.toSorted())
  }
})

test('a row and a column of zeros are not printed, and the table says so; of each sign a note says what it means', () => {
  for (const language of languages) {
    const own = words(language)
    const tables = tablesOf(textIn(sampleContent('som-progress'), language))
    const sent = tables.find(({ id }) => id === 'sent-by-corridor')
    expect(sent?.rows.map(([head]) => head?.text)).not.toContain(countryIn(language, 'LA'))
    expect(sent?.notes).toEqual(
      expect.arrayContaining([own['note.zeros'], own['note.withheld'], own['note.notCleared']]),
    )
    for (const { rows, notes, id } of tables)
      for (const [sign, key] of [
        ['×', 'note.withheld'],
        ['…', 'note.notCleared'],
        ['–', 'note.nothing'],
      ] as const) {
        const stands = rows.flat().some(({ text }) => text === sign)
        expect(notes.includes(own[key] ?? ''), `${id} ${sign}`).toBe(stands)
      }
  }
})

test('each table of counts says what was asked of the store, and when', () => {
  const content = sampleContent('corridor-review')
  const tables = tablesOf(textIn(content, 'my'))
  for (const { id, query, snapshot } of content.figures.tables) {
    const last = tables.find((table) => table.id === id)?.notes.at(-1)
    for (const part of [id, query.name ?? '', query.by.join(','), query.from, query.to, snapshot])
      expect(last, id).toContain(part)
  }
})

test('a chart shows the rows of its table, and nothing where the table shows nothing', () => {
  const text = textIn(sampleContent('som-progress'), 'vi')
  const tables = new Map(tablesOf(text).map((table) => [table.id, table]))
  const charts = blocksOf(text).filter((block) => block.kind === 'chart')
  expect(charts.length).toBeGreaterThan(10)
  for (const { table: id, bars } of charts) {
    const rows = tables.get(id)?.rows.slice(0, -1)
    expect(bars.map(({ label, text, value }) => [label, text, value])).toEqual(
      rows?.map((row) => [row[0]?.text, row.at(-1)?.text, row.at(-1)?.value]),
    )
  }
})

test('medians stand with their n; where the n is left out nothing of the row is shown', () => {
  for (const language of languages) {
    const table = tablesOf(textIn(sampleContent('annual-monitoring'), language)).find(({ id }) => id === 'durations')
    const rowOf = (country: CountryCode) =>
      table?.rows
        .find((row) => row[1]?.text === countryIn(language, country))
        ?.map(({ text }) => text)
        .slice(2)
    expect(rowOf('TH')).toEqual(['4001', '12', '31', '5001'])
    expect(rowOf('KH')).toEqual(['×', '×', '×', '×'])
    expect(rowOf('VN')).toEqual(['…', '…', '…', '…'])
  }
})

test('national figures stand one by one with their source; no sum and no average of them is anywhere', () => {
  const content = sampleContent('som-progress')
  const text = textIn(content, 'lo')
  const table = tablesOf(text).find(({ id }) => id === 'national-figures')
  expect(table?.rows.map((row) => row[4]?.value)).toEqual(content.figures.reported.map(({ total }) => total))
  expect(table?.rows.map((row) => row[5]?.text)).toEqual(['1', '1', '2', '2'])
  for (const { definition, coverage, source, sourceDay } of content.figures.reported) {
    const found = textsOf(text).filter((one) => [definition, coverage, source].every((part) => one.includes(part)))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(sourceDay.slice(0, 4))
  }
})

test.each(languages)('every drafted sentence has words, with its number and without: %s', (language) => {
  const drafted = (code: DraftedLine['code'], count: number | null): string => {
    const line = { code, count, part: 'results', indicator: 'assisted' } as unknown as DraftedLine
    const areas = [{ area: 'law', drafted: [line], activities: [], results: [], nextPlan: [] }] as const
    const content = { ...sampleContent('som-progress'), countries: [{ country: 'KH', areas, cleared: null }] as const }
    const lists = blocksOf(textIn(content, language)).filter((block) => block.kind === 'list')
    const name = countryIn(language, 'KH')
    return (
      lists.flatMap(({ items }) => items).find(({ text }) => text.includes(name) && !text.includes('5f'))?.text ?? ''
    )
  }
  const shown = draftedCodes.map((code) => drafted(code, 77))
  const withheld = draftedCodes.map((code) => drafted(code, null))
  expect(new Set([...shown, ...withheld]).size).toBe(2 * draftedCodes.length)
  for (const sentence of shown) expect(sentence).toContain('77')
  for (const sentence of withheld) expect(sentence).not.toMatch(/\d|null/)
})

test('no key and no placeholder is left, and digits are Latin in every language', () => {
  for (const kind of reportKinds)
    for (const language of languages) {
      const texts = textsOf(textIn(sampleContent(kind), language))
      expect(texts.filter((text) => text in words('en') || text.includes('{{'))).toEqual([])
      expect(texts.filter((text) => /[០-៩໐-໙၀-၉๐-๙]/.test(text))).toEqual([])
      expect(texts.filter((text) => text.trim() === '')).toEqual([])
    }
})

test('countries left out are named, and who has not cleared yet', () => {
  for (const kind of reportKinds)
    for (const language of languages) {
      const { facts, sections } = textIn(sampleContent(kind), language)
      const of = (key: string) => facts.find(({ label }) => label === words(language)[key])?.value
      expect(of('fact.leftOut')).toBe(countryIn(language, 'VN'))
      const reading = textsOf(sections.at(-1)).filter((text) => text.includes(countryIn(language, 'VN')))
      expect(reading).toHaveLength(1)
      const unclear = facts.find(({ label }) => label.includes(countryIn(language, 'LA')))
      expect(unclear?.value).toBe(words(language)['notYet'])
      // Cleared at 03:00 of the next day in both countries.
      const day = facts.find(({ label }) => label.includes(countryIn(language, 'TH')))?.value
      expect(day).toMatch(/22/)
      expect(of('fact.hash')).toBe(HASH)
    }
})

test('a gap of a document is shown under its number, and a text in another language says in which', () => {
  for (const language of languages) {
    const lists = blocksOf(textIn(sampleContent('imm-summary'), language)).filter((block) => block.kind === 'list')
    const items = lists.flatMap((list) => list.items)
    for (const number of ['16', '3'])
      expect(items.find((item) => item.number === number)?.text).toBe(words(language)['missing'])
    const paragraph = items.find((item) => item.number === '15')
    expect(paragraph?.text).toBe('举行双边磋商')
    expect(paragraph?.foreign?.language).toBe(language === 'zh' ? undefined : 'zh')
  }
})

test('a report of another kind holds other things', () => {
  const ids = (kind: (typeof reportKinds)[number]) => tablesOf(textIn(sampleContent(kind), 'en')).map(({ id }) => id)
  expect(ids('imm-summary')).toContain('key-figures')
  expect(ids('imm-summary')).not.toContain('sent-by-corridor')
  expect(ids('corridor-review')[0]).toBe('acknowledged-in-time')
  const headings = textIn(sampleContent('annual-monitoring'), 'en').sections.map(({ heading }) => heading)
  expect(headings[0]).toBe('Figures')
  expect(headings.at(-1)).toBe('How to read this report')
  const areas = world.codeLists.get('report-area')?.codes.map(({ label }) => label.zh) ?? []
  const parts = textIn(sampleContent('som-progress'), 'zh').sections.filter(({ level }) => level === 1)
  expect(parts.map(({ heading }) => heading).slice(1, 7)).toEqual(areas)
})
