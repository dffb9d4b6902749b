import type { Dimensions } from './categories.ts'
import { isImpossible } from './categories.ts'
import { type CellKey, type CellRef, cellKey } from './cell.ts'
import { changesOf } from './changes.ts'
import { type CountTable, type Dimension, type Measure, refOf } from './count-table.ts'
import { kindsOf } from './kinds/kinds-of.ts'
import type { LinearSolver } from './linear-solver.ts'
import { linesOf } from './lines.ts'
import type { Release } from './releases.ts'
import type { Audience } from './rules.ts'
import { type Pair, sharesOf } from './shares.ts'

/**
 * `published`: a reader has it from an earlier release. `withheld`: an earlier release had it and did not show it.
 * `offered`: in the tables to be released now; `kept`: the same, and never withheld. `implied`: in no table, and a reader
 * can still reckon it: the rest of a line, the change between two snapshots.
 */
type Standing = 'published' | 'withheld' | 'offered' | 'kept' | 'implied'

export interface LinkedCell {
  readonly key: CellKey
  readonly ref: CellRef
  readonly measure: Measure
  readonly value: number
  /** Later snapshots at which it is known to be the same: there it is the same cell. */
  readonly unchangedAt: readonly string[]
  /** The least that it can be, for a reader who knows that nothing but a zero is shown as zero. */
  readonly lowest: number
  readonly standing: Standing
  /** Whether it is in a table, or follows from such cells by one subtraction: then it is protected. */
  readonly isNamed: boolean
  /** Whether an earlier release to the same audience did not show it. */
  readonly wasWithheld: boolean
  /** Whether it lies on a sensitive dimension, where a zero may be withheld too. */
  readonly isSensitive: boolean
  readonly contributions: readonly number[] | null
}

/** An equation between cells, by their places: the total is the sum of its parts. */
export interface Line {
  readonly total: number
  readonly parts: readonly number[]
  /** What the parts divide the total by; null between two snapshots. */
  readonly dimension: Dimension | null
}

/** All cells that one reader can set in relation, and the equations between them. */
export interface LinkedCells {
  readonly cells: readonly LinkedCell[]
  readonly lines: readonly Line[]
}

/** What a reader has, and what is to be added. */
interface Known {
  readonly earlier: readonly Release[]
  readonly tables: readonly CountTable[]
  readonly pairs: readonly Pair[]
}

/** The cells of all tables that this reader has or is to have, each once however many tables have it. */
export function linkCells(
  reader: Audience,
  dimensions: Dimensions,
  { earlier, tables, pairs }: Known,
  solver: LinearSolver,
): LinkedCells {
  const found = new Map<CellKey, LinkedCell>()
  for (const { audience, tables: released, withheld } of earlier) {
    const hidden = new Set(withheld)
    const standingOf = (key: CellKey) => (hidden.has(key) ? 'withheld' : 'published')
    for (const table of released)
      for (const cell of cellsOf(dimensions, table, standingOf))
        add(found, { ...cell, wasWithheld: cell.standing === 'withheld' && audience === reader })
  }
  for (const table of tables) {
    const kept = new Set((table.keep ?? []).map((where) => cellKey(refOf(table, where))))
    for (const cell of cellsOf(dimensions, table, (key) => (kept.has(key) ? 'kept' : 'offered'))) add(found, cell)
  }
  const cells = [...found.values()]
  const inTables = cells.length
  const lines = linesOf(dimensions, cells)
  lines.push(...changesOf(cells))
  lines.push(...sharesOf(cells, pairs))
  lines.push(...kindsOf(dimensions, cells, inTables, solver))
  return { cells, lines }
}

/** Where nobody can be, every reader knows it, whatever was done with the cell. */
function cellsOf(dimensions: Dimensions, table: CountTable, standingOf: (key: CellKey) => Standing): LinkedCell[] {
  const { measure, unchangedAt = [] } = table
  return table.cells.map(({ where, count, contributions = null }) => {
    const ref = refOf(table, where)
    const key = cellKey(ref)
    const lowest = measure.of === 'persons' ? Math.min(1, count) : 0
    const isSensitive = Object.keys(where).some((name) => dimensions.get(name)?.sensitive)
    const isNobody = isImpossible(dimensions, where)
    if (isNobody && count !== 0) throw new Error(`${key} counts ${count} where nobody can be`)
    const standing = isNobody ? 'published' : standingOf(key)
    const fresh = { isNamed: true, wasWithheld: false, isSensitive } as const
    return { key, ref, measure, value: count, unchangedAt, lowest, standing, contributions, ...fresh }
  })
}

/** What a reader has already stays published; what is kept in one table is kept in all. */
const RANK: readonly Standing[] = ['withheld', 'offered', 'kept', 'published']

function add(found: Map<CellKey, LinkedCell>, cell: LinkedCell): void {
  const known = found.get(cell.key)
  if (known && known.value !== cell.value)
    throw new Error(`${cell.key} counts ${known.value} in one table and ${cell.value} in another`)
  const unchangedAt = [...new Set([...(known?.unchangedAt ?? []), ...cell.unchangedAt])]
  if (known && RANK.indexOf(known.standing) >= RANK.indexOf(cell.standing)) {
    found.set(cell.key, { ...known, unchangedAt })
    return
  }
  const wasWithheld = cell.wasWithheld || known?.wasWithheld === true
  const contributions = cell.contributions ?? known?.contributions ?? null
  found.set(cell.key, { ...cell, unchangedAt, wasWithheld, contributions })
}
