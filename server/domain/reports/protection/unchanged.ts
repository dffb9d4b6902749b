import { type CellKey, type CellRef, cellKey } from './cell.ts'
import { type CountedCell, type CountTable, refOf } from './count-table.ts'

/** How the tables that readers have stand to each other in time. */
export interface Unchanged {
  /** A table as it was at the earliest snapshot since which nothing in it has changed. */
  readonly since: (table: CountTable) => CountTable
  /**
   * The same, unchanged at the snapshots at which others were counted since: what they leave of it is known too. And its total
   * alone, at the last of these: that nothing had changed is known from it, and what they counted can have grown no further.
   */
  readonly inTime: (table: CountTable) => readonly CountTable[]
}

/**
 * Of what only grows, kind of person by kind of person, all is the same where the widest cell of a table counts the same as
 * at the snapshot before: a reader knows that, and drafts of a period in which nothing happened are the same figures,
 * however many there are.
 */
export function unchangedIn(tables: readonly CountTable[]): Unchanged {
  const counts = countsOf(tables)
  const times = new Map(tables.map((table) => [table, timeOf(table, counts)]))
  const firsts = new Map([...times].map(([table, [first]]) => [table, { ...table, snapshot: first }]))
  const since = (table: CountTable) => firsts.get(table) ?? table
  const snapshots = [...new Set([...firsts.values()].map(({ snapshot }) => snapshot))].sort()
  const inTime = (table: CountTable) => {
    const own = since(table)
    const until = times.get(table)?.at(-1) ?? own.snapshot
    const unchangedAt = snapshots.filter((snapshot) => snapshot > own.snapshot && snapshot <= until)
    const last = unchangedAt.at(-1)
    if (last === undefined) return [own]
    return [
      { ...own, unchangedAt },
      { ...table, snapshot: last, dimensions: [], cells: [widestOf(table)], keep: [] },
    ]
  }
  return { since, inTime }
}

/** Nothing is known to be as it was. */
export const asCounted: Unchanged = { since: (table) => table, inTime: (table) => [table] }

/** The cells of a table that are among these keys of the same table at another snapshot. */
export const keysAs = (table: CountTable, other: CountTable, keys: ReadonlySet<CellKey>): readonly CellKey[] =>
  table.cells.flatMap(({ where }) => (keys.has(cellKey(refOf(other, where))) ? [cellKey(refOf(table, where))] : []))

/** What each cell counted at each snapshot, in the order of time. */
function countsOf(tables: readonly CountTable[]): ReadonlyMap<CellKey, ReadonlyMap<string, number>> {
  const found = new Map<CellKey, Map<string, number>>()
  for (const table of tables.toSorted((one, other) => (one.snapshot < other.snapshot ? -1 : 1)))
    for (const { where, count } of table.cells) {
      const key = atAnyTime(refOf(table, where))
      const inTime = found.get(key) ?? new Map<string, number>()
      found.set(key, inTime.set(table.snapshot, count))
    }
  return found
}

/** The snapshots, in a row, at which all that a table counts was the same. */
function timeOf(
  table: CountTable,
  counts: ReadonlyMap<CellKey, ReadonlyMap<string, number>>,
): readonly [first: string, ...later: string[]] {
  const countsIn = ({ where }: CountedCell) => counts.get(atAnyTime(refOf(table, where))) ?? new Map<string, number>()
  const { snapshot } = table
  const widest = widestOf(table)
  const inTime = [...countsIn(widest)]
  const own = inTime.findIndex(([one]) => one === snapshot)
  const isOther = ([, count]: readonly [string, number]) => count !== widest.count
  const next = inTime.findIndex((one, index) => index > own && isOther(one))
  const before = inTime.slice(0, own).findLastIndex(isOther)
  const [first = snapshot, ...later] = inTime.slice(before + 1, next < 0 ? inTime.length : next).map(([one]) => one)
  // Where a figure was corrected, the total may stay and its parts not.
  const last = later.at(-1) ?? first
  const agrees = table.cells.every((cell) =>
    [...countsIn(cell)].every(([one, count]) => one < first || one > last || count === cell.count),
  )
  return table.measure.cumulative && agrees ? [first, ...later] : [snapshot]
}

const atAnyTime = (ref: CellRef): CellKey => cellKey({ ...ref, snapshot: '' })

/** The cell of all whom a table counts. */
function widestOf({ id, dimensions, cells }: CountTable): CountedCell {
  const widest = cells.find(({ where }) => dimensions.every((name) => !(name in where)))
  if (!widest) throw new Error(`table ${id} has no total`)
  return widest
}
