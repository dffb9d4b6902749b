import type { ReportContent } from '../../domain/reports/report.ts'
import { type FigureRow, figureRows } from './figure-rows.ts'
import { fileText } from './file-text.ts'
import { htcdsField, htcdsValue } from './htcds.ts'
import type { Setting } from './teller.ts'

interface Column {
  readonly head: string
  readonly of: (row: FigureRow) => string | number | null
}

/** All figures of a report as one long table in codes, a row a number; beside a code, what HTCDS calls the same. */
export function csvOf({ world }: Setting, content: ReportContent, hash: string): string {
  const rows = figureRows(content)
  const dimensions = new Set([
    ...content.figures.tables.flatMap((table) => table.dimensions.map(({ name }) => name)),
    ...rows.flatMap(({ where }) => Object.keys(where)),
  ])
  const columns: readonly Column[] = [
    ...own('table', 'kind', 'name', 'from', 'to', 'period', 'country'),
    ...[...dimensions].flatMap((name): readonly Column[] => {
      const code: Column = { head: name, of: ({ where }) => where[name] ?? null }
      const field = htcdsField(name)
      return field ? [code, { head: field, of: ({ where }) => htcdsValue(world, name, where[name] ?? '') }] : [code]
    }),
    ...own('statistic', 'value', 'leftOut'),
    ...reported('definition', 'coverage', 'source', 'sourceDay'),
    { head: 'reference', of: () => content.reference },
    ...own('snapshot'),
    { head: 'hash', of: () => hash },
  ]
  const lines = [columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ of }) => of(row)))]
  // The mark of UTF-8: without it Excel takes the code page of the machine, and five of six scripts are lost.
  return `\ufeff${lines.map((line) => `${line.map(field).join(',')}\r\n`).join('')}`
}

type Own = Exclude<keyof FigureRow, 'where' | 'reported'>
const own = (...names: readonly Own[]): readonly Column[] =>
  names.map((name) => ({ head: name, of: (row) => row[name] }))

const reported = (...names: readonly (keyof NonNullable<FigureRow['reported']>)[]): readonly Column[] =>
  names.map((name) => ({ head: name, of: (row) => row.reported?.[name] ?? null }))

/** A text that a spreadsheet would take for a formula begins with an apostrophe; numbers stand as they are. */
function field(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value)
  const text = fileText(value)
  const safe = /^[=+\-@\t\n]/.test(text) ? `'${text}` : text
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
