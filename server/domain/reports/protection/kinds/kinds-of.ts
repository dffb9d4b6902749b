import type { Dimensions } from '../categories.ts'
import type { CellKey } from '../cell.ts'
import type { Measure } from '../count-table.ts'
import { DoesNotAddUp } from '../does-not-add-up.ts'
import { impliedCell } from '../implied-cell.ts'
import type { LinearSolver } from '../linear-solver.ts'
import type { Line, LinkedCell } from '../linked-cells.ts'
import { blocksOf } from './block.ts'
import { BlockCounts } from './block-counts.ts'
import { Draft } from './draft.ts'
import { type Group, groupsOf } from './groups.ts'
import { possibleWorld } from './possible-world.ts'

/**
 * All tables fit one count of each kind of person, with all dimensions at once: of 8, where 5 are women and 6 are children,
 * at least 3 are girls, also where no table has girls. Where sums of cells do not say so, the kinds are added to `cells`,
 * and what they add up to are equations. Of a figure that only grows, each kind only grows.
 */
export function kindsOf(
  dimensions: Dimensions,
  cells: LinkedCell[],
  inTables: number,
  solver: LinearSolver,
): readonly Line[] {
  const groups = groupsOf(dimensions, cells.slice(0, inTables))
  return groups.flatMap((group) => kindsIn(group, dimensions, cells, solver))
}

function kindsIn(group: Group, dimensions: Dimensions, cells: LinkedCell[], solver: LinearSolver): readonly Line[] {
  const { measure } = cells[group.places[0] as number] as LinkedCell
  const blocks = blocksOf(dimensions, cells, group)
  const draft = new Draft(cells.length)
  const snapshots = [...new Set(group.places.map((place) => (cells[place] as LinkedCell).ref.snapshot))].sort()
  const inTime = snapshots.map((snapshot) => {
    const known = blocks.filter((block) => block.cells.some((cell) => cell.snapshot === snapshot))
    const counts = new Map(
      known.map((block) => [block, new BlockCounts(dimensions, block, snapshot, group.common, draft)]),
    )
    const all = [...counts.values()]
    for (const [position, one] of all.entries()) for (const other of all.slice(position + 1)) one.tie(other, draft)
    return counts
  })
  const unknown = draft.places
  const steady = draft.lines
  if (unknown.length === 0) return []
  if (measure.cumulative)
    for (const block of blocks) {
      const counts = inTime.flatMap((known) => known.get(block) ?? [])
      for (const [position, one] of counts.entries()) one.growFrom(counts.slice(0, position), draft)
    }
  const grown = possibleWorld(cells, draft.places, draft.lines, solver)
  // What should only grow may have been corrected since.
  const [world, lines] = grown ? [grown, draft.lines] : [possibleWorld(cells, unknown, steady, solver), steady]
  if (!world) throw new DoesNotAddUp(`no world fits the tables of ${measure.name}`)
  for (const [place, value] of world) cells[place] = kindCell(place, value, measure)
  return lines
}

/** How many there are of a kind: in no table, and not protected for itself. */
const kindCell = (place: number, value: number, measure: Measure): LinkedCell =>
  impliedCell(measure, {
    key: `kind ${place}` as CellKey,
    ref: { measure: measure.name, snapshot: '', where: {} },
    value,
    lowest: 0,
    isNamed: false,
  })
