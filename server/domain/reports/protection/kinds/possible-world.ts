import type { LinearSolver } from '../linear-solver.ts'
import type { Line, LinkedCell } from '../linked-cells.ts'

/** Below this the solver’s answer is taken for nothing. */
const NOISE = 1e-6

/**
 * How many there may be of each kind so that all lines hold and all cells are what they are: tables do not say how many
 * there truly are, and from any such world all others can be reached. Null where there is none.
 */
export function possibleWorld(
  cells: readonly LinkedCell[],
  unknown: readonly number[],
  lines: readonly Line[],
  solver: LinearSolver,
): ReadonlyMap<number, number> | null {
  // The first column is the share of the world that there is room for.
  const columns = new Map(unknown.map((place, index) => [place, index + 1]))
  const rows = lines.map(({ total, parts }) => {
    let fixed = 0
    const row: (readonly [number, number])[] = []
    for (const [place, sign] of [[total, -1], ...parts.map((part) => [part, 1])] as [number, number][]) {
      const column = columns.get(place)
      if (column === undefined) fixed += sign * (cells[place] as LinkedCell).value
      else row.push([column, sign])
    }
    return fixed === 0 ? row : [...row, [0, fixed] as const]
  })
  const programme = solver({ columns: unknown.length + 1, rows: rows.filter((row) => row.length > 0) })
  const cost = new Float64Array(unknown.length + 1)
  const upper = new Float64Array(unknown.length + 1).fill(Infinity)
  cost[0] = -1
  upper[0] = 1
  const values = programme.minimise({ cost, upper })
  programme.end()
  if ((values[0] ?? 0) < 1 - NOISE) return null
  return new Map([...columns].map(([place, column]) => [place, Math.max(0, values[column] ?? 0)]))
}
