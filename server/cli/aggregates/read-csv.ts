import { parse } from 'csv-parse/sync'
import { type Cell, type Sheet, Unreadable } from './sheet.ts'

/** UTF-8 with or without BOM, divided by comma, semicolon or tab: by whichever the first line has most of. */
export function readCsv(bytes: Uint8Array): Sheet {
  const text = decoded(bytes)
  const records = parsed(text, delimiterOf(text))
  const rows = records.map(({ record, info }) => ({ row: info.lines, cells: record.map(cellOf) }))
  return { name: null, rows, faults: [] }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Unreadable('the file is not UTF-8')
  }
}

interface Read {
  readonly record: string[]
  readonly info: { readonly lines: number }
}
function parsed(text: string, delimiter: string): readonly Read[] {
  try {
    // Rows may be short or long: what is missing is told by its place.
    return parse(text, { delimiter, info: true, relax_column_count: true, skip_empty_lines: true }) as never
  } catch (error) {
    throw new Unreadable((error as Error).message)
  }
}

const DELIMITERS = [',', ';', '\t'] as const

function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1)
  const counts = DELIMITERS.map((one) => first.split(one).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

const cellOf = (text: string): Cell => (text.trim() === '' ? { kind: 'empty' } : { kind: 'text', text })
