import { canonical } from '../journal/canonical.ts'
import { cellAt } from './cell-at.ts'
import type { Where } from './protection/cell.ts'
import type { ReportContent, ReportTable } from './report.ts'

/** Something in which a newer report differs from an older one. */
export interface Difference {
  /** Id of a table; or what else differs. */
  readonly in: string
  readonly what: 'cell' | 'durations' | 'reported' | 'limits' | 'country' | 'meeting'
  /** Of a cell: which. */
  readonly where: Where | null
  /** Of a cell; null where it is left out, or not there. */
  readonly was: number | null
  readonly is: number | null
}

/** In what they differ, beyond snapshot, status and reference. */
export function differencesOf(older: ReportContent, newer: ReportContent): readonly Difference[] {
  const whole = (what: Difference['what'], name: string, one: unknown, other: unknown): readonly Difference[] =>
    canonical(one) === canonical(other) ? [] : [{ in: name, what, where: null, was: null, is: null }]
  return [
    ...newer.figures.tables.flatMap((table) =>
      cellsThatDiffer(
        older.figures.tables.find(({ id }) => id === table.id),
        table,
      ),
    ),
    ...whole('durations', 'durations', older.figures.durations, newer.figures.durations),
    ...whole('reported', 'reported', older.figures.reported, newer.figures.reported),
    ...whole('limits', 'limits', older.figures.assumedLimits, newer.figures.assumedLimits),
    ...newer.countries.flatMap((part) => {
      const before = older.countries.find(({ country }) => country === part.country)
      return whole('country', part.country, before?.areas, part.areas)
    }),
    ...whole('meeting', 'meeting', older.conference, newer.conference),
  ]
}

function cellsThatDiffer(older: ReportTable | undefined, { id, cells }: ReportTable): readonly Difference[] {
  return cells.flatMap(({ where, count, leftOut }): readonly Difference[] => {
    const before = older && cellAt(older.cells, where)
    if (before && before.count === count && before.leftOut === leftOut) return []
    return [{ in: id, what: 'cell', where, was: before?.count ?? null, is: count }]
  })
}
