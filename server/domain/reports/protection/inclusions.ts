import { type CellKey, cellKey, type Where } from './cell.ts'
import type { Line, LinkedCell } from './linked-cells.ts'

/**
 * A cell is no larger than a wider one, also where no table has what lies between; and of a figure that only grows, no
 * larger than the wider one at a later snapshot. What the wider has more is added to `cells`.
 */
export function inclusionsOf(cells: LinkedCell[]): Line[] {
  const counted = cells.filter(({ isChange }) => !isChange)
  const places = new Map(cells.map(({ key }, place) => [key, place]))
  const snapshots = [...new Set(counted.map(({ ref }) => ref.snapshot))].sort()
  const lines: Line[] = []
  for (const narrow of counted) {
    const { ref, measure } = narrow
    const later = measure.cumulative ? snapshots.filter((snapshot) => snapshot > ref.snapshot) : []
    for (const where of widerThan(ref.where)) {
      const placeAt = (snapshot: string) => places.get(cellKey({ ...ref, snapshot, where }))
      // Of the later ones the next is enough: those after it are it and their changes.
      const snapshot = [ref.snapshot, ...later].find((one) => placeAt(one) !== undefined)
      const place = snapshot === undefined ? undefined : placeAt(snapshot)
      if (snapshot === undefined || place === undefined || isLinked(places, narrow, where, snapshot)) continue
      const wide = cells[place] as LinkedCell
      if (wide.value < narrow.value) continue
      const more = cells.push(excessOf(wide, narrow)) - 1
      lines.push({ total: place, dimension: null, parts: [places.get(narrow.key) as number, more] })
    }
  }
  return lines
}

/** All sets of fewer conditions. */
function widerThan(where: Where): readonly Where[] {
  const conditions = Object.entries(where)
  return Array.from({ length: 2 ** conditions.length - 1 }, (_, chosen) =>
    Object.fromEntries(conditions.filter((_condition, bit) => (chosen >> bit) % 2 === 1)),
  )
}

/** Whether the two are in relation by a cell that lies between them. */
function isLinked(places: ReadonlyMap<CellKey, number>, { ref }: LinkedCell, wider: Where, snapshot: string): boolean {
  const has = (at: string, where: Where) => places.has(cellKey({ ...ref, snapshot: at, where }))
  const more = Object.entries(ref.where).filter(([name]) => !(name in wider))
  const isBetween = more.some(([name, category]) => has(snapshot, { ...wider, [name]: category }))
  return snapshot === ref.snapshot ? more.length === 1 || isBetween : isBetween || has(ref.snapshot, wider)
}

function excessOf(wide: LinkedCell, narrow: LinkedCell): LinkedCell {
  const key = `${wide.key} but ${narrow.key}` as CellKey
  const value = wide.value - narrow.value
  const free = { standing: 'implied', isNamed: false, isChange: false, isSensitive: false, wasWithheld: false } as const
  return { key, ref: wide.ref, measure: wide.measure, value, lowest: 0, contributions: null, ...free }
}
