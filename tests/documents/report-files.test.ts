import { execFile } from 'node:child_process'
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { afterEach, expect, test, vi } from 'vitest'
import { csvOf } from '../../server/documents/reports/csv.ts'
import { docxOf } from '../../server/documents/reports/docx.ts'
import { formats } from '../../server/documents/reports/format.ts'
import { jsonOf } from '../../server/documents/reports/json.ts'
import { xlsxOf } from '../../server/documents/reports/xlsx.ts'
import { periodText } from '../../server/domain/aggregates/period.ts'
import type { ReportTable } from '../../server/domain/reports/report.ts'
import { hashOf, printed, setting, wildContent, wildTexts } from '../support/sample-content.ts'
import { zipParts } from '../support/zip-parts.ts'

const content = wildContent()
const { tables, durations, reported } = content.figures
afterEach(() => vi.useRealTimers())

const sha256 = (bytes: Uint8Array | string) => hash('sha256', bytes, 'hex')
async function hashes(): Promise<readonly string[]> {
  const report = printed(content, ['km', 'my'])
  return [await docxOf(report), await xlsxOf(setting, content, report)].map(sha256)
}

test('DOCX and XLSX are the same bytes: after others, another year, in another process and zone', async () => {
  const first = await hashes()
  await docxOf(printed(content, ['zh']))
  vi.useFakeTimers({ now: new Date('2031-07-01T05:06:07Z'), toFake: ['Date'] })
  expect(await hashes()).toEqual(first)
  vi.useRealTimers()
  for (const TZ of ['Pacific/Apia', 'Asia/Kathmandu', 'America/Los_Angeles']) {
    const run = promisify(execFile)(
      process.execPath,
      [fileURLToPath(new URL('../support/report-files.worker.ts', import.meta.url))],
      {
        env: { ...process.env, TZ },
      },
    )
    expect(JSON.parse((await run).stdout), TZ).toEqual(first)
  }
})

test('parts stand in one order, with one time', async () => {
  for (const bytes of [
    await docxOf(printed(content, ['lo'])),
    await xlsxOf(setting, content, printed(content, ['lo'])),
  ]) {
    const [first, second, ...others] = zipParts(bytes).keys()
    expect([first, second]).toEqual(['[Content_Types].xml', '_rels/.rels'])
    expect(others).toEqual(others.toSorted())
    expect(new Set([...zipParts(bytes).values()].map(({ time }) => time)).size).toBe(1)
  }
})

test('JSON says the whole content, and anyone can reckon its hash', () => {
  const text = jsonOf(content, hashOf(content))
  const read: { content: unknown; hash: string } = JSON.parse(text)
  expect(read.content).toEqual(content)
  expect(jsonOf(reversed(content), hashOf(reversed(content)))).toBe(text)
  // As another program would: keys sorted, no white space.
  const again = JSON.stringify(read.content, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  )
  expect(sha256(again)).toBe(read.hash)
  expect(hashOf({ ...content, status: 'published' })).not.toBe(read.hash)
})

/** The same value, the keys of each object the other way round. */
const reversed = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(reversed) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toReversed()
  return Object.fromEntries(entries.map(([key, one]) => [key, reversed(one)])) as T
}

const csv = csvOf(setting, content, hashOf(content))
const rows: readonly Readonly<Record<string, string>>[] = parse(csv, { columns: true, bom: true })

test('CSV has a row for every figure, at its table and codes, and none that is left out has a number', () => {
  const cells = tables.flatMap((table) => table.cells.map((cell) => ({ table, cell })))
  const counted = rows.filter(({ statistic }) => statistic === 'count')
  expect(counted.map((row) => [row['table'], row['value'], row['leftOut'], codesOf(row)])).toEqual(
    cells.map(({ table, cell }) => [
      table.id,
      String(cell.count ?? ''),
      cell.leftOut ?? '',
      Object.fromEntries(namesOf(table).map((name) => [name, cell.where[name] ?? ''])),
    ]),
  )
  for (const row of counted) {
    const table = tables.find(({ id }) => id === row['table'])
    const { kind, name, from, to } = row
    expect({ kind, name, from, to }).toEqual({ ...table?.query, by: undefined, corridor: undefined })
    expect([row['snapshot'], row['hash'], row['reference']]).toEqual([
      table?.snapshot,
      hashOf(content),
      content.reference,
    ])
  }
  const measured = rows.filter(({ kind }) => kind === 'duration')
  expect(measured.map(({ name, owedBy, statistic, value }) => [name, owedBy, statistic, value])).toEqual(
    durations.flatMap(({ step, owedBy, n, median, percentile90, notYetDue }) =>
      Object.entries({ n, 'median-days': median, 'percentile90-days': percentile90, 'not-yet-due': notYetDue }).map(
        ([statistic, value]) => [step, owedBy, statistic, String(value ?? '')],
      ),
    ),
  )
  expect(
    rows.filter(({ kind }) => kind === 'national-figure').map(({ name, period, value }) => [name, period, value]),
  ).toEqual(reported.map(({ indicator, period, total }) => [indicator, periodText(period), String(total)]))
  expect(rows).toHaveLength(counted.length + measured.length + reported.length)
  for (const { value, leftOut } of rows) if (leftOut) expect(value).toBe('')
})

const namesOf = ({ dimensions }: ReportTable) => dimensions.map(({ name }) => name)
function codesOf(row: Readonly<Record<string, string>>) {
  const table = tables.find(({ id }) => id === row['table'])
  return Object.fromEntries((table ? namesOf(table) : []).map((name) => [name, row[name]]))
}

test('no field of the CSV begins a formula, and texts come through', () => {
  expect(csv.startsWith('\ufeff')).toBe(true)
  for (const row of rows) for (const field of Object.values(row)) expect(field).not.toMatch(/^[=+\-@\t\r\n]/)
  const definitions = rows.map(({ definition }) => definition?.replace(/^'(?=[=+\-@])/, ''))
  expect(definitions).toEqual(expect.arrayContaining(Object.values(wildTexts)))
})

/** Values of HTCDS 2.0, as IOM published them (CC BY 4.0), of the fields that stand beside our codes. */
const HTCDS = {
  prs_Gender: 'Feminine Masculine TransgenderFeminine TransgenderMasculine NonConforming NonSpecifiedUnknown',
  vic_TypeOfExploitation:
    'ForcedLabour SexualExploitation ChildLabour ForcedMarriage Servitude ForcedMilitaryByNonStateActors OrganRemoval ForcedBegging ForcedAdoption Surrogacy Other',
  vic_ForcedLabourIndustry: '',
} as const
const beside = {
  prs_Gender: 'sex',
  vic_TypeOfExploitation: 'exploitation',
  vic_ForcedLabourIndustry: 'sector',
} as const

test('beside a code stands what HTCDS 2.0 calls it, and nothing where it has no such value', () => {
  for (const field of ['prs_Gender', 'vic_TypeOfExploitation', 'vic_ForcedLabourIndustry'] as const) {
    const list: { codes: { code: string; htcds?: string }[] } = JSON.parse(
      readFileSync(`db/codes/${beside[field]}.json`, 'utf8'),
    )
    const known = HTCDS[field].split(' ')
    const used = new Set(rows.map((row) => row[beside[field]]))
    expect(used.size).toBeGreaterThan(2)
    for (const row of rows) {
      const value = list.codes.find(({ code }) => code === row[beside[field]])?.htcds ?? ''
      expect(row[field]).toBe(value)
      if (value && field === 'vic_ForcedLabourIndustry') expect(value).toMatch(/^[A-U]_[A-Z][A-Za-z]+$/)
      else if (value) expect(known).toContain(value)
    }
  }
  expect(rows.find((row) => row['exploitation'] === 'debt-bondage')?.['vic_TypeOfExploitation']).toBe('')
  expect(rows.find((row) => row['exploitation'] === 'forced-labour')?.['vic_TypeOfExploitation']).toBe('ForcedLabour')
})

test('every format says its media type and ending', () => {
  expect(Object.keys(formats)).toEqual(['pdf', 'docx', 'xlsx', 'csv', 'json'])
  for (const { mediaType, extension } of Object.values(formats)) {
    expect(mediaType).toMatch(/^(application|text)\/[\w.+-]+(; charset=utf-8)?$/)
    expect(extension).toMatch(/^[a-z]{3,4}$/)
  }
})
