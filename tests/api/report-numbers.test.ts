import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FigureQuery, ReportContent, ReportTable } from '../../server/domain/reports/report.ts'
import { Api } from '../support/api.ts'
import { countedAgain, daysAgain } from '../support/counted-again.ts'
import { engineKinds } from '../support/engines.ts'
import { FiguresDesk } from '../support/figures-desk.ts'
import { keyOf } from '../support/figures-shown.ts'
import { pdfLines } from '../support/pdf-text.ts'
import { gridOf, numbersIn, signs } from '../support/printed-grid.ts'
import { type ReadTable, readDocx } from '../support/read-docx.ts'
import { type ReadSheet, readWorkbook, tableIn } from '../support/read-workbook.ts'
import { words } from '../support/report-text.ts'
import { handInFigures, playSecondQuarter } from '../support/second-quarter.ts'
import { at, WayHome } from '../support/way-home.ts'

/** The five files of one report, read back. */
interface Files {
  readonly content: ReportContent
  readonly hash: string
  /** Lines of the PDF, without the foot of each page. */
  readonly pdf: readonly string[]
  readonly docx: ReturnType<typeof readDocx>
  readonly xlsx: readonly ReadSheet[]
  readonly csv: readonly Readonly<Record<string, string>>[]
}

describe.each(engineKinds)('every number in the files of a published report, on %s', (kind) => {
  let api: Api
  let published: readonly Files[]
  beforeAll(async () => {
    api = await Api.open(kind)
    await playSecondQuarter(await WayHome.open(api.engine))
    api.clock.set(at('2026-07-01T06:00:00.000Z'))
    const desk = new FiguresDesk(api)
    await handInFigures(desk)
    // One that every country cleared, and one that Viet Nam did not.
    published = [await files(desk, []), await files(desk, ['VN'])]
  })
  afterAll(() => api.close())

  test('is what the store counts when it is asked again what stands beside the table, in PDF and DOCX', async () => {
    for (const { content, pdf, docx } of published) {
      const said = [queriesIn(pdf.join('')), queriesIn(docx.paragraphs.map(({ text }) => text).join(''))]
      for (const { id, query, snapshot, cells } of content.figures.tables) {
        for (const queries of said) expect(queries.get(id), id).toEqual({ query, snapshot })
        const count = await countedAgain(api.service, query, snapshot)
        for (const cell of cells)
          if (cell.leftOut === null) expect([cell.where, cell.count], id).toEqual([cell.where, count(cell.where)])
      }
    }
  })

  test('stands in JSON at its table and cell, or says why it is left out', () => {
    const [all, without] = published
    const counts = (files: Files | undefined) =>
      files?.content.figures.tables.flatMap(({ cells }) => cells.map(({ leftOut }) => leftOut))
    for (const { content } of published)
      for (const { count, leftOut } of content.figures.tables.flatMap(({ cells }) => cells))
        expect(count === null).toBe(leftOut !== null)
    expect(new Set(counts(all))).toEqual(new Set([null, 'protection']))
    expect(new Set(counts(without))).toEqual(new Set([null, 'protection', 'clearance']))
    // What Viet Nam owed, and every total that it is a part of.
    const open = without?.content.figures.tables.find(({ id }) => id === 'acknowledge-open')
    expect(open?.cells.find(({ where }) => where['owedBy'] === 'VN')).toMatchObject({ leftOut: 'clearance' })
    expect(open?.cells.find(({ where }) => Object.keys(where).length === 0)).toMatchObject({ leftOut: 'clearance' })
    const shown = all?.content.figures.tables.flatMap(({ cells }) => cells.filter(({ count }) => count))
    expect(shown?.length).toBeGreaterThan(40)
  })

  test('stands in CSV at the same codes, with its query, its snapshot and the hash of the content', () => {
    for (const { content, csv, hash } of published) {
      const rows = csv.filter(({ statistic }) => statistic === 'count')
      expect(rows.map((row) => [row['table'], row['value'], row['leftOut']])).toEqual(
        content.figures.tables.flatMap(({ id, cells }) =>
          cells.map(({ count, leftOut }) => [id, String(count ?? ''), leftOut ?? '']),
        ),
      )
      for (const { id, query, snapshot, dimensions, cells } of content.figures.tables) {
        const own = rows.filter(({ table }) => table === id)
        const names = dimensions.map(({ name }) => name)
        const places = own.map((row) => names.map((name) => row[name] || '-').join(' '))
        expect(places, id).toEqual(cells.map(({ where }) => keyOf(names, where)))
        const { kind, name, from, to } = query
        for (const row of own)
          expect([row['kind'], row['name'], row['from'], row['to'], row['snapshot'], row['hash']]).toEqual([
            kind,
            name ?? '',
            from,
            to,
            snapshot,
            hash,
          ])
      }
    }
  })

  test('stands in XLSX at the same codes; no other number is in any cell', () => {
    for (const { content, xlsx } of published) {
      const { tables, durations, reported, assumedLimits } = content.figures
      for (const [place, { id, query, snapshot, dimensions, cells }] of tables.entries()) {
        const names = dimensions.map(({ name }) => name)
        const { rows, column } = tableIn(xlsx[place + 1], ...names)
        expect(
          rows.map((row) => row.at(-1)),
          id,
        ).toEqual(cells.map(({ count, leftOut }) => (leftOut ? signs[leftOut] : count)))
        for (const name of names) expect(column(name), id).toEqual(cells.map(({ where }) => where[name] ?? null))
        expect(xlsx.at(-1)?.rows).toContainEqual([
          id,
          query.kind,
          query.name,
          query.by.join(', '),
          query.from,
          query.to,
          null,
          snapshot,
        ])
      }
      const all = [
        ...tables.flatMap(({ cells }) => cells.map(({ count }) => count)),
        ...durations.flatMap(({ n, median, percentile90, notYetDue }) => [n, median, percentile90, notYetDue]),
        ...reported.map(({ total }) => total),
        ...assumedLimits.flatMap(({ count, version }) => [count, version]),
      ].filter((one) => one !== null)
      const found = xlsx.flatMap(({ rows }) => rows.flat().filter((cell) => typeof cell === 'number'))
      expect(sorted(found)).toEqual(sorted(all))
    }
  })

  test('stands in DOCX in its row and column', () => {
    for (const { content, docx } of published) {
      const tables = docx.blocks.filter((block): block is ReadTable => 'heads' in block && block.heads > 0)
      for (const [place, table] of content.figures.tables.entries()) {
        const grid = gridOf(table, 'en')
        const [head = [], ...rows] = (tables[place]?.rows ?? []).map((row) =>
          row.map((cell) => cell.map(({ text }) => text).join()),
        )
        expect(rows, table.id).toEqual(grid.rows)
        if (grid.head.length > 0) expect(head.slice(1), table.id).toEqual(grid.head)
      }
    }
  })

  test('stands in PDF in the order of its rows; beside and below them are no others', () => {
    for (const { content, pdf } of published) {
      const text = pdf.join(' ')
      for (const [place, table] of content.figures.tables.entries()) {
        const next = content.figures.tables[place + 1]
        const { caption, below } = aroundTable(
          text,
          table,
          next ? captionOf(next) : (words('en')['section.durations'] ?? ''),
        )
        const numbers = gridOf(table, 'en').rows.map(([, ...own]) => own)
        const printed = numbersIn(caption)
        expect(printed.slice(0, numbers.flat().length), table.id).toEqual(numbers.flat())
        // Then each sign once, with what it means.
        const left = printed.slice(numbers.flat().length)
        expect(left, table.id).toEqual([...new Set(left)].filter((one) => one === '×' || one === '…'))
        // A chart shows the last column again, without its total.
        const bars = numbers.slice(0, -1).flatMap((own) => own.slice(-1))
        expect([[], bars], table.id).toContainEqual(numbersIn(below))
      }
    }
  })

  test('medians and percentiles are those of the days that the store has, and stand in every file', async () => {
    for (const { content, csv, xlsx, pdf, docx } of published) {
      const { durations, tables } = content.figures
      // What one country owed to all others counts cases of Viet Nam: without it no number of days is left.
      const measured = durations.filter(({ n }) => n !== null).length
      expect(measured).toBe(content.leftOut.length === 0 ? 3 : 0)
      for (const { table, owedBy, n, median, percentile90 } of durations) {
        const query = tables.find(({ id }) => id === table)?.query
        const days = query ? await daysAgain(api.service, query, owedBy) : []
        if (n !== null)
          expect([n, median, percentile90]).toEqual([
            ...[days.length, days[Math.ceil(days.length / 2) - 1], days[Math.ceil(days.length * 0.9) - 1]],
          ])
      }
      const numbers = durations.map((one) => [one.n, one.median, one.percentile90, one.notYetDue])
      const values = csv.flatMap(({ kind, value = '' }) => (kind === 'duration' ? [value] : []))
      expect(values).toEqual(numbers.flat().map((one) => String(one ?? '')))
      const steps = tableIn(xlsx[tables.length + 1], 'table', 'step', 'owedBy')
      const typed = steps.rows.map((row) => row.slice(2, 6).map((one) => (typeof one === 'number' ? one : null)))
      expect(typed).toEqual(numbers)
      const printed = docx.blocks.filter((block): block is ReadTable => 'heads' in block && block.heads > 0)[
        tables.length
      ]
      const shown = printed?.rows.slice(1).map((row) => row.slice(2).map((cell) => cell.map(({ text }) => text).join()))
      expect(shown?.map((row) => row.map((one) => (/^\d+$/.test(one) ? Number(one) : null)))).toEqual(numbers)
      const text = pdf.join(' ')
      for (const row of printed?.rows.slice(1) ?? [])
        expect(text).toContain(row.map((cell) => cell.map(({ text }) => text).join()).join(' '))
    }
  })

  test('national figures stand with the words of the country, in every file', () => {
    for (const { content, csv, xlsx, pdf, docx } of published) {
      const { reported, tables } = content.figures
      expect(reported.map(({ total }) => total)).toEqual([41, 57, 29])
      expect(
        csv.flatMap((row) => (row['kind'] === 'national-figure' ? [[row['value'], row['definition']]] : [])),
      ).toEqual(reported.map(({ total, definition }) => [String(total), definition]))
      const sheet = tableIn(xlsx[tables.length + 2], 'country', 'indicator', 'period')
      expect(sheet.rows.map((row) => row.slice(4, 6))).toEqual(
        reported.map(({ total, definition }) => [total, definition]),
      )
      const text = pdf.join(' ')
      const paragraphs = docx.paragraphs.map((one) => one.text)
      for (const { total, definition, coverage, source } of reported) {
        expect(paragraphs).toContain(String(total))
        for (const said of [definition, coverage, source]) {
          expect(text).toContain(said)
          expect(paragraphs.some((one) => one.includes(said))).toBe(true)
        }
      }
    }
  })

  test('sentences with numbers stand alike in PDF and DOCX, and have those of JSON', () => {
    for (const { content, pdf, docx } of published) {
      const text = pdf.join(' ')
      const counts = content.countries.flatMap(({ areas }) =>
        areas.flatMap(({ drafted }) => drafted.map(({ count }) => count)),
      )
      const opening = words('en')['drafted.offices']?.split('{{')[0] ?? ''
      const items = docx.paragraphs.filter(({ list }) => list !== null).map((one) => one.text)
      const from = items.findIndex((one) => one.startsWith(opening))
      const said = items.slice(from, from + counts.length)
      expect(sorted(said.flatMap(numbersIn).map(Number))).toEqual(sorted(counts.filter((one) => one !== null)))
      for (const sentence of said) expect(text).toContain(sentence)
    }
  })
})

const sorted = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other)

async function files(desk: FiguresDesk, without: readonly 'VN'[]): Promise<Files> {
  const id = await desk.draft({ kind: 'SOM_PROGRESS', year: 2026, quarter: 2 })
  await desk.clear(
    id,
    (['KH', 'CN', 'LA', 'MM', 'TH', 'VN'] as const).filter((one) => one !== without[0]),
  )
  await desk.publish(id, without)
  const { content, hash }: { content: ReportContent; hash: string } = JSON.parse(
    (await desk.file(id, 'json')).toString('utf8'),
  )
  const pages = await pdfLines(await desk.file(id, 'pdf', ['en']))
  const foot = new RegExp(`^${words('en')['reference']} ${content.reference}|^Page \\d+ of \\d+$`)
  return {
    content,
    hash,
    pdf: pages.flatMap((lines) => lines.filter((line) => !foot.test(line))),
    docx: readDocx(await desk.file(id, 'docx', ['en'])),
    xlsx: readWorkbook(await desk.file(id, 'xlsx', ['en'])),
    csv: parse(await desk.file(id, 'csv'), { columns: true, bom: true }),
  }
}

/** Tables and what was asked for them, as a reader copies it from the page; a line may end anywhere in it. */
function queriesIn(text: string): ReadonlyMap<string, { readonly query: FigureQuery; readonly snapshot: string }> {
  const found = text.replace(/\s/g, '').matchAll(/Table([a-z-]+);query:([a-z-]+)(?:\/([A-Za-z-]+))?\?(by=[^?]*?Z)/g)
  return new Map(
    [...found].map(([, id = '', kind = '', name, rest]) => {
      const said = new URLSearchParams(rest)
      const [by = '', from = '', to = '', snapshot = ''] = ['by', 'from', 'to', 'snapshot'].map(
        (one) => said.get(one) ?? '',
      )
      const query = {
        kind: kind as FigureQuery['kind'],
        name: name ?? null,
        by: by.split(','),
        corridor: null,
        from,
        to,
      }
      return [id, { query, snapshot }]
    }),
  )
}

const captionOf = ({ figure }: ReportTable): string => words('en')[`table.${figure}`] ?? ''

/** From the caption of a table to its note, and from there to what comes next. */
function aroundTable(text: string, { id, snapshot, ...table }: ReportTable, next: string) {
  const note = text.indexOf(`Table ${id};`)
  const begin = text.lastIndexOf(captionOf({ id, snapshot, ...table }), note)
  const end = text.indexOf('Z', note)
  const until = text.indexOf(next, end)
  expect(
    [note, begin, until].every((place) => place >= 0),
    id,
  ).toBe(true)
  return { caption: text.slice(begin, note), below: text.slice(end, until) }
}
