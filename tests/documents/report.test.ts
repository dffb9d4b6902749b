import { afterAll, expect, test } from 'vitest'
import { MissingGlyph } from '../../server/documents/missing-glyph.ts'
import { openTypesetter } from '../../server/documents/typesetter.ts'
import { languages } from '../../server/domain/kernel/language.ts'
import type { PrintedReport, PrintedTable } from '../../server/domain/reports/printed/printed-report.ts'
import { pdfPages } from '../support/pdf-text.ts'
import { reportOf, reportWith, sampleReport } from '../support/sample-report.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

const pdf = (report: PrintedReport) => typesetter.pdf('report', report)
const copied = async (report: PrintedReport) =>
  (await pdfPages(await pdf(report))).map((page) => page.replaceAll(/\s+/g, ' '))
const tablesOf = (report: PrintedReport, side = 0): readonly PrintedTable[] =>
  report.sides[side]?.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table')) ?? []

test('the same report is the same bytes, after others and in another process', async () => {
  const report = sampleReport(['lo', 'vi'], 1)
  const first = Buffer.from(await pdf(report))
  await pdf(sampleReport(['zh'], 1))
  expect(first.equals(Buffer.from(await pdf(report)))).toBe(true)
  const other = openTypesetter()
  expect(first.equals(Buffer.from(await other.pdf('report', report)))).toBe(true)
  await other.close()
})

test('it is tagged, has a title and a language, and says nothing of when it was made', async () => {
  const made = Buffer.from(await pdf(sampleReport(['vi', 'en'], 1))).toString('latin1')
  expect(made).toContain('/MarkInfo')
  expect(made).toContain('/Lang (vi)')
  expect(made).toContain('pdfuaid:part')
  expect(made).toContain('SOM-2025-7Q4M9D')
  expect(made).not.toMatch(/CreationDate|ModDate|xmp:CreateDate/)
})

test('headings, contents, tables and charts are tagged as such, and a chart can be read out', async () => {
  const report = sampleReport(['en', 'vi'], 1)
  const made = Buffer.from(await pdf(report)).toString('latin1')
  const tagged = (name: string) => made.match(new RegExp(`/S ?/${name}\\b`, 'g'))?.length
  // Two parts and the contents, six areas, each in two languages.
  expect([tagged('H1'), tagged('H2'), tagged('TOCI'), tagged('Table'), tagged('Figure')]).toEqual([6, 12, 2, 2, 2])
  const read = [...made.matchAll(/\/Alt <FEFF([0-9A-F]+)>/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').swap16().toString('utf16le'),
  )
  const charts = report.sides[0]?.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'chart')) ?? []
  for (const chart of charts) {
    if (chart.kind !== 'chart') continue
    const bars = chart.bars.map(({ label, text }) => `${label} ${text}`)
    expect(read).toContain(`${chart.caption}: ${bars.join('; ')}`)
  }
})

test('the contents name each part in both languages, with the page on which it begins', async () => {
  const report = sampleReport(['en', 'vi'], 3)
  const [front = '', ...pages] = await copied(report)
  for (const side of report.sides)
    for (const { level, heading } of side.sections)
      if (level === 1) {
        const page = pages.findIndex((text) => text.includes(heading)) + 2
        expect(page, heading).toBeGreaterThan(1)
        expect(front).toContain(`${heading} ${page}`)
      }
})

test('each page says what it is, how far it is, and which', async () => {
  const report = sampleReport(['en', 'zh'], 1)
  const pages = await copied(report)
  pages.forEach((page, index) => {
    for (const { fictitious, status } of report.sides)
      for (const line of [fictitious, status]) expect(page).toContain(line)
    expect(page).toContain('SOM-2025-7Q4M9D')
    expect(page).toContain('0f3c5e7a9b1d')
    expect(page).toContain(`${index + 1} / ${pages.length}`)
  })
})

test('a published report of true figures has no frame at its head', async () => {
  const { fictitious, status } = sampleReport(['en']).sides[0] ?? {}
  const pages = await copied(reportWith('en', { fictitious: null, status: null }))
  for (const page of pages) for (const line of [fictitious, status]) expect(page).not.toContain(line)
})

const readAsWritten: readonly PrintedReport['languages'][] = [['en'], ['vi'], ['zh'], ['en', 'vi'], ['vi', 'zh']]
test.each(readAsWritten.map((some) => [some.join(' '), some] as const))(
  'each row has its label and its numbers (%s)',
  async (_, spoken) => {
    const report = sampleReport(spoken, 1)
    const text = (await copied(report)).join(' ').replaceAll(' ', '')
    const [table] = tablesOf(report)
    expect(table?.rows).toHaveLength(60)
    table?.rows.forEach(([, ...numbers], row) => {
      const labels = report.sides.map((_, side) => tablesOf(report, side)[0]?.rows[row]?.[0]?.text)
      // A sign for what is withheld may be copied as dots.
      const shown = [...labels, ...numbers.map((cell) => cell.text)].join('').replaceAll(' ', '')
      expect(text.replaceAll('...', '…').replaceAll('⋯', '…')).toContain(shown)
    })
  },
)

test('the numbers of a row stand beside each other in every language', async () => {
  for (const language of languages) {
    const [table] = tablesOf(sampleReport([language], 1))
    if (!table) throw new Error('the sample has tables')
    const text = (await copied(reportOf(language, table))).join(' ')
    for (const row of table.rows) {
      const numbers = row.slice(1)
      if (numbers.every(({ value }) => value !== null))
        expect(text).toContain(numbers.map((cell) => cell.text).join(' '))
    }
  }
})

test('the head of a table stands on each of its pages', async () => {
  const report = sampleReport(['en'], 1)
  const [table] = tablesOf(report)
  const head = (table?.head ?? []).join('').replaceAll(' ', '')
  const pages = (await copied(report)).map((page) => page.replaceAll(' ', ''))
  const rows =
    table?.rows.map((row) =>
      row
        .map((cell) => cell.text)
        .join('')
        .replaceAll(' ', ''),
    ) ?? []
  const withRows = pages.filter((page) => rows.some((row) => page.includes(row)))
  expect(withRows.length).toBeGreaterThan(1)
  for (const page of withRows) expect(page).toContain(head)
})

test('what no font has is named, and nothing is printed', async () => {
  await expect(pdf(reportWith('km', { subtitle: 'ok ཀ' }))).rejects.toThrow(MissingGlyph)
})

test('an item in another language is followed by a note that says which', async () => {
  const items = [
    { number: '7.', text: '请求国的联络官办公室询问日期。', foreign: { language: 'zh', note: '(in Chinese)' } },
  ] as const
  const text = (
    await copied(reportWith('en', { sections: [{ level: 1, heading: 'Items', blocks: [{ kind: 'list', items }] }] }))
  ).join(' ')
  expect(text).toContain('7. 请求国的联络官办公室询问日期。 (in Chinese)')
})
