import type { PrintedCell, PrintedTable } from '../../domain/reports/printed/printed-report.ts'
import { signNotes } from './table-notes.ts'
import type { Telling } from './teller.ts'

export interface Column<T> {
  readonly head: string
  readonly numeric?: boolean
  readonly cell: (row: T, place: number) => PrintedCell
}

/** A table with one row for each of these, and below it what its signs mean. */
export function plainTable<T>(
  telling: Telling,
  { id, caption, notes = [] }: { readonly id: string; readonly caption: string; readonly notes?: readonly string[] },
  columns: readonly Column<T>[],
  of: readonly T[],
): PrintedTable {
  const rows = of.map((row, place) => columns.map(({ cell }) => cell(row, place)))
  return {
    kind: 'table',
    id,
    caption,
    head: columns.map(({ head }) => head),
    numeric: columns.flatMap(({ numeric }, place) => (numeric ? [place] : [])),
    rows,
    notes: [...signNotes(telling, rows), ...notes],
  }
}
