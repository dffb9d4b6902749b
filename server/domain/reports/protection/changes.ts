import { cellKey } from './cell.ts'
import { impliedCell } from './implied-cell.ts'
import type { Line, LinkedCell } from './linked-cells.ts'

/**
 * The same cell at two snapshots: the later is the earlier and the change, and the change is a cell. Adds these to
 * `cells`. 40 cases in one report and 41 in the next show one person. What counts the same at two snapshots in a row, and
 * only grows, has not changed: a reader is taken to know that, and there is no cell for nothing.
 */
export function changesOf(cells: LinkedCell[]): Line[] {
  const snapshots = new Map<string, number[]>()
  for (const [place, { ref }] of cells.entries()) {
    const key = cellKey({ ...ref, snapshot: '' })
    snapshots.set(key, [...(snapshots.get(key) ?? []), place])
  }
  const lines: Line[] = []
  for (const places of snapshots.values()) {
    const inTime = places.toSorted((one, other) => (snapshotAt(cells, one) < snapshotAt(cells, other) ? -1 : 1))
    const changed: number[] = []
    for (const [index, total] of inTime.entries()) {
      const before = inTime[index - 1]
      if (before !== undefined && isUnchanged(cells, before, total)) {
        lines.push({ total, dimension: null, parts: [before] })
        continue
      }
      for (const earlier of changed)
        lines.push({
          total,
          dimension: null,
          parts: [earlier, cells.push(changeOf(cells[earlier] as LinkedCell, cells[total] as LinkedCell)) - 1],
        })
      changed.push(total)
    }
  }
  return lines
}

const isUnchanged = (cells: readonly LinkedCell[], before: number, now: number): boolean =>
  cells[now]?.measure.cumulative === true && cells[now]?.value === cells[before]?.value

const snapshotAt = (cells: readonly LinkedCell[], place: number): string => cells[place]?.ref.snapshot ?? ''

function changeOf(earlier: LinkedCell, later: LinkedCell): LinkedCell {
  const ref = { ...later.ref, snapshot: `${earlier.ref.snapshot} to ${later.ref.snapshot}` }
  const value = later.value - earlier.value
  // A figure that should only grow may still have been corrected downwards.
  const lowest = later.measure.cumulative ? Math.min(0, value) : -Infinity
  const isNamed = earlier.isNamed && later.isNamed
  return impliedCell(later.measure, { key: cellKey(ref), ref, value, lowest, isNamed })
}
