import { expect, test } from 'vitest'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { languages } from '../../server/domain/kernel/language.ts'
import type { Duration, ReportTable } from '../../server/domain/reports/report.ts'
import { sampleContent } from '../support/report-content.ts'
import { blocksOf, countryIn, labelOf, tablesOf, textIn, textsOf, words } from '../support/report-text.ts'

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
  for (const alike of Map.groupBy(content.figures.reported, ({ indicator }) => indicator).values()) {
    const sum = alike.reduce((all, { total }) => all + total, 0)
    for (const never of [sum, sum / alike.length])
      expect(textsOf(text).filter((one) => one.includes(String(never)))).toEqual([])
  }
  for (const { definition, coverage, source, sourceDay } of content.figures.reported) {
    const found = textsOf(text).filter((one) => [definition, coverage, source].every((part) => one.includes(part)))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(sourceDay.slice(0, 4))
  }
})

test('tables and durations of one direction say from where to where, also where nothing is left to divide by', () => {
  const content = sampleContent('corridor-review')
  const [first] = content.figures.tables
  const [median] = content.figures.durations
  if (!first || !median) throw new Error('the sample has figures')
  const corridor = { requestingCountry: 'TH', countryOfReturn: 'KH' } as const
  const table: ReportTable = {
    ...first,
    id: 'sent-by-corridor-th-kh',
    query: { ...first.query, by: [], corridor },
    dimensions: [],
    cells: [{ where: { period: '2026-Q3', ...corridor }, count: 77, leftOut: null }],
  }
  const duration: Duration = { ...median, table: table.id, where: {}, corridor, n: 9 }
  const figures = { ...content.figures, tables: [table], durations: [duration] }
  for (const language of languages) {
    const text = textIn({ ...content, figures }, language)
    const [sent, durations] = tablesOf(text)
    const inBoth = [countryIn(language, 'TH'), countryIn(language, 'KH')]
    for (const one of [sent?.caption, durations?.rows[0]?.[0]?.text])
      for (const country of inBoth) expect(one).toContain(country)
    expect(sent?.rows).toEqual([
      [
        { text: words(language)['head.total'], value: null },
        { text: '77', value: 77 },
      ],
    ])
    expect(blocksOf(text).filter(({ kind }) => kind === 'chart')).toEqual([])
  }
})
