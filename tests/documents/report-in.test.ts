import { expect, test } from 'vitest'
import { reportIn } from '../../server/documents/reports/report-in.ts'
import { type Language, languages } from '../../server/domain/kernel/language.ts'
import type { PrintedBlock, ReportText } from '../../server/domain/reports/printed/printed-report.ts'
import { type DraftedLine, draftedCodes, type ReportContent } from '../../server/domain/reports/report.ts'
import { reportKinds } from '../../server/domain/reports/report-kinds.ts'
import { sampleContent } from '../support/report-content.ts'
import { blocksOf, countryIn, HASH, tablesOf, textIn, textsOf, words, world } from '../support/report-text.ts'

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

test('a table that is withheld as a whole has the figures that others show, and says why', () => {
  const content = sampleContent('som-progress')
  const cells = (shown: number) =>
    content.figures.tables[0]?.cells.map((cell, place) =>
      place === shown
        ? { ...cell, count: 40, leftOut: null }
        : { ...cell, count: null, leftOut: 'protection' as const },
    ) ?? []
  const printed = (shown: number, language: Language) => {
    const [first, ...others] = content.figures.tables
    if (!first) throw new Error('the sample has tables')
    const withheld = { ...first, isWithheld: true as const, cells: cells(shown) }
    const tables = [withheld, ...others]
    return tablesOf(textIn({ ...content, figures: { ...content.figures, tables } }, language)).find(
      ({ id }) => id === first.id,
    )
  }
  const total = content.figures.tables[0]?.cells.findIndex(({ where }) => Object.keys(where).length === 1) ?? -1
  for (const language of languages) {
    const nothing = printed(-1, language)
    expect(nothing?.rows.map((row) => row.slice(1).map(({ text }) => text))).toEqual([['×']])
    expect(nothing?.notes).toContain(words(language)['note.tableWithheld'])
    expect(nothing?.notes).not.toContain(words(language)['note.zeros'])
    expect(printed(total, language)?.rows.map((row) => row.slice(1).map(({ text }) => text))).toEqual([['40']])
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

test('the rules are those by which its figures were frozen, and a period that had not ended is said to', () => {
  const content = sampleContent('som-progress')
  const told = (changed: Partial<ReportContent['figures']>) =>
    textsOf(textIn({ ...content, figures: { ...content.figures, ...changed } }, 'vi').sections.at(-1))
  const rule = words('vi')['reading.threshold']?.replace('{{most}}', '9')
  const own = told({ rules: { threshold: 10, interval: 8, assumed: false }, periodEnded: false })
  expect(own).toContain(rule)
  expect(own).not.toContain(words('vi')['reading.assumed'])
  expect(own).toContain(words('vi')['reading.running'])
  expect(told({})).toContain(words('vi')['reading.assumed'])
  expect(told({})).not.toContain(words('vi')['reading.running'])
})

test.each(reportKinds)(
  'a report (%s) of which nothing is there yet says so and leaves no table out by a hole',
  (kind) => {
    const figures = { ...sampleContent(kind).figures, tables: [], durations: [], reported: [], assumedLimits: [] }
    const empty = { figures, conference: null, countries: [], leftOut: [], status: 'published' as const }
    for (const language of languages) {
      const text = textIn({ ...sampleContent(kind), ...empty, fictitious: false }, language)
      expect([text.fictitious, text.status]).toEqual([null, null])
      expect(tablesOf(text)).toEqual([])
      expect(textsOf(text)).toContain(words(language)['noFigures'])
      expect(textsOf(text)).toContain(words(language)['nobody'])
      expect(textsOf(text.sections.at(-1))).toContain(words(language)['reading.nobodyLeftOut'])
    }
  },
)
