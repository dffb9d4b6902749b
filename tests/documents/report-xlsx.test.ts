import { Workbook } from '@cj-tech-master/excelts'
import { expect, test } from 'vitest'
import { NOT_CLEARED, WITHHELD } from '../../server/documents/reports/counts.ts'
import { categoryName } from '../../server/documents/reports/dimension-words.ts'
import { tell, tellingIn } from '../../server/documents/reports/teller.ts'
import { xlsxOf } from '../../server/documents/reports/xlsx.ts'
import { periodText } from '../../server/domain/aggregates/period.ts'
import { type Language, languages } from '../../server/domain/kernel/language.ts'
import type { ReportCell } from '../../server/domain/reports/report.ts'
import { readWorkbook, tableIn } from '../support/read-workbook.ts'
import { hashOf, printed, setting, wildContent, wildTexts } from '../support/sample-content.ts'
import { zipParts } from '../support/zip-parts.ts'

const content = wildContent()
const { tables, durations, reported, assumedLimits } = content.figures
const pairs = languages.map((one, place) => [one, languages[(place + 2) % languages.length] ?? 'en'] as const)
const files = await Promise.all(
  [...languages.map((one): readonly [Language] => [one]), ...pairs].map(async (spoken) => {
    const bytes = await xlsxOf(setting, content, printed(content, spoken))
    return { spoken: spoken as readonly Language[], bytes, sheets: readWorkbook(bytes) }
  }),
)

const shown = ({ count, leftOut }: ReportCell) => count ?? (leftOut === 'clearance' ? NOT_CLEARED : WITHHELD)

test('every cell of every table stands at its codes and its words; what is left out is its sign', () => {
  for (const { spoken, sheets } of files)
    tables.forEach((table, place) => {
      const names = table.dimensions.map(({ name }) => name)
      const { rows, column } = tableIn(sheets[place + 1], ...names)
      const says = `${spoken.join()} ${table.id}`
      expect(
        rows.map((row) => row.at(-1)),
        says,
      ).toEqual(table.cells.map(shown))
      for (const [index, name] of names.entries()) {
        expect(column(name), says).toEqual(table.cells.map(({ where }) => where[name] ?? null))
        spoken.forEach((language, side) => {
          const telling = tellingIn(setting, content, language)
          const words = table.cells.map(({ where }) =>
            where[name] ? categoryName(telling, name, where[name]) : tell(telling, 'report:head.total'),
          )
          const at = index * (spoken.length + 1) + side
          expect(
            rows.map((row) => row[at]),
            says,
          ).toEqual(words)
        })
      }
    })
})

test('durations, national figures and limits stand in rows of their own, with how they were counted', () => {
  for (const { sheets, spoken } of files) {
    const [lasted, national, limits] = sheets.slice(tables.length + 1)
    const steps = tableIn(lasted, 'table', 'step', 'owedBy')
    expect(steps.column('step')).toEqual(durations.map(({ step }) => step))
    expect(steps.column('owedBy')).toEqual(durations.map(({ owedBy }) => owedBy))
    const numbers = steps.rows.map((row) => row.slice(2 * spoken.length, 2 * spoken.length + 4))
    expect(numbers.map((row) => row.map((one) => (typeof one === 'number' ? one : null)))).toEqual(
      durations.map((one) => [one.n, one.median, one.percentile90, one.notYetDue]),
    )
    const own = tableIn(national, 'country', 'indicator', 'period')
    expect(own.column('indicator')).toEqual(reported.map(({ indicator }) => indicator))
    expect(own.column('period')).toEqual(reported.map(({ period }) => periodText(period)))
    expect(own.rows.map((row) => row.slice(4 * spoken.length, 4 * spoken.length + 5))).toEqual(
      reported.map((one) => [one.total, one.definition, one.coverage, one.source, one.sourceDay]),
    )
    expect(tableIn(limits, 'procedure', 'step').rows.map((row) => row[2 * spoken.length])).toEqual(
      assumedLimits.map(({ count }) => count),
    )
  }
})

test('the numbers of a file are those of its content and no others', () => {
  const all = [
    ...tables.flatMap(({ cells }) => cells.map(({ count }) => count)),
    ...durations.flatMap(({ n, median, percentile90, notYetDue }) => [n, median, percentile90, notYetDue]),
    ...reported.map(({ total }) => total),
    ...assumedLimits.flatMap(({ count, version }) => [count, version]),
  ].filter((one) => one !== null)
  const sorted = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other)
  for (const { sheets, spoken } of files) {
    const found = sheets.flatMap(({ rows }) => rows.flat().filter((cell) => typeof cell === 'number'))
    expect(sorted(found), spoken.join()).toEqual(sorted(all))
  }
})

test('the last sheet says what was asked for each table, the first what the report is and what its signs mean', () => {
  for (const { sheets, spoken } of files) {
    const asked = sheets.at(-1)?.rows ?? []
    for (const { id, query, snapshot } of tables)
      expect(asked).toContainEqual([
        id,
        query.kind,
        query.name,
        query.by.join(', '),
        query.from,
        query.to,
        null,
        snapshot,
      ])
    const about = sheets[0]?.rows.flat() ?? []
    for (const language of spoken) {
      const [side] = printed(content, [language]).sides
      const told = side?.facts.flatMap(({ label, value }) => [label, value]) ?? []
      expect(about).toEqual(expect.arrayContaining([side?.title, side?.subtitle, side?.status, ...told]))
      const telling = tellingIn(setting, content, language)
      for (const sign of ['withheld', 'notCleared', 'durations', 'national'] as const)
        expect(about).toContain(tell(telling, `report:note.${sign}`))
    }
    expect(about).toContain(hashOf(content))
    for (const { name } of sheets.slice(1)) expect(about).toContain(name)
  }
})

test('names of sheets are legal and never the same, in every language', () => {
  for (const { sheets, spoken } of files) {
    const names = sheets.map(({ name }) => name)
    expect(new Set(names.map((name) => name.toLowerCase())).size, spoken.join()).toBe(names.length)
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31)
      expect(name).toMatch(/^[^'[\]:*?/\\\s][^[\]:*?/\\]*$/)
      expect(name).not.toMatch(/['\s]$/)
      // A letter is not torn from its marks.
      const title = sheets[0]?.rows.find(([first]) => first === name)?.[1]
      if (title) expect(String(title).slice(name.replace(/^\d+ /, '').length)).not.toMatch(/^\p{M}/u)
    }
  }
})

test('texts stand as they were typed and none is a formula', async () => {
  for (const { bytes, sheets } of files) {
    const texts = sheets.flatMap(({ rows }) => rows.flat())
    expect(texts).toEqual(expect.arrayContaining(Object.values(wildTexts)))
    expect([...zipParts(bytes).values()].some(({ text }) => /<f[ >]/.test(text))).toBe(false)
  }
  const [english] = files
  const workbook = new Workbook()
  await workbook.xlsx.load(english?.bytes ?? new Uint8Array())
  const cells = workbook.worksheets.flatMap((sheet) => sheet.getSheetValues().flat())
  expect(cells).toContain(wildTexts.zh)
  const typed = workbook.worksheets.flatMap((sheet) => {
    const formats: string[] = []
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (typeof cell.value === 'string' && /^[=+\-@]/.test(cell.value)) formats.push(String(cell.numFmt))
      }),
    )
    return formats
  })
  expect(new Set(typed)).toEqual(new Set(['@']))
})
