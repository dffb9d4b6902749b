import { type CellKey, type CellRef, cellKey } from './cell.ts'
import { type CountedCell, type CountTable, refOf } from './count-table.ts'

interface Known {
  readonly count: number
  /** The snapshot at which it was first counted so. */
  readonly since: string
}

/** How the tables that readers have stand to each other in time. */
export interface Unchanged {
  /** A table as it was at the earliest snapshot since which nothing in it has changed. */
  readonly since: (table: CountTable) => CountTable
  /**
   * The same, and where others were counted since its total alone, at the last of their snapshots: that nothing had changed is
   * known from it, and what they counted can have grown no further in between.
   */
  readonly inTime: (table: CountTable) => readonly CountTable[]
}

/**
 * Of what only grows, kind of person by kind of person, all is the same where the widest cell of a table counts the same as
 * at the snapshot before: a reader knows that, and drafts of a period in which nothing happened are the same figures,
 * however many there are.
 */
export function unchangedIn(tables: readonly CountTable[]): Unchanged {
  const found = new Map<CountTable, CountTable>()
  const latest = new Map<CellKey, Known>()
  const counts = new Map<CellKey, number>()
  const bySnapshot = Map.groupBy(tables, ({ snapshot }) => snapshot)
  for (const snapshot of [...bySnapshot.keys()].sort()) {
    const together = bySnapshot.get(snapshot) ?? []
    for (const table of together) found.set(table, { ...table, snapshot: firstCounted(table, latest, counts) })
    for (const table of together)
      for (const { where, count } of table.cells) {
        const ref = refOf(found.get(table) ?? table, where)
        counts.set(cellKey(ref), count)
        latest.set(atAnyTime(ref), { count, since: ref.snapshot })
      }
  }
  const since = (table: CountTable) => found.get(table) ?? table
  const snapshots = [...new Set([...found.values()].map(({ snapshot }) => snapshot))].sort()
  const inTime = (table: CountTable) => {
    const own = since(table)
    const last = snapshots.findLast((snapshot) => snapshot <= table.snapshot) ?? ''
    const total = { ...table, snapshot: last, dimensions: [], cells: [widestOf(table)], keep: [] }
    return last > own.snapshot ? [own, total] : [own]
  }
  return { since, inTime }
}

/** The cells of a table that are among these keys of the same table at another snapshot. */
export const keysAs = (table: CountTable, other: CountTable, keys: ReadonlySet<CellKey>): readonly CellKey[] =>
  table.cells.flatMap(({ where }) => (keys.has(cellKey(refOf(other, where))) ? [cellKey(refOf(table, where))] : []))

function firstCounted(
  table: CountTable,
  latest: ReadonlyMap<CellKey, Known>,
  counts: ReadonlyMap<CellKey, number>,
): string {
  const { where, count } = widestOf(table)
  const before = latest.get(atAnyTime(refOf(table, where)))
  if (!table.measure.cumulative || before?.count !== count) return table.snapshot
  // Where a figure was corrected since, the total may stay and its parts not.
  const agrees = table.cells.every((cell) => {
    const known = counts.get(cellKey({ ...refOf(table, cell.where), snapshot: before.since }))
    return known === undefined || known === cell.count
  })
  return agrees ? before.since : table.snapshot
}

const atAnyTime = (ref: CellRef): CellKey => cellKey({ ...ref, snapshot: '' })

/** The cell of all whom a table counts. */
function widestOf({ id, dimensions, cells }: CountTable): CountedCell {
  const widest = cells.find(({ where }) => dimensions.every((name) => !(name in where)))
  if (!widest) throw new Error(`table ${id} has no total`)
  return widest
}
