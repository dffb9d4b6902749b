import type { Dimensions } from '../categories.ts'
import { type Where, widened } from '../cell.ts'
import { type Condition, conditionOf, isKindIn, type Kind, partition } from './partition.ts'

/** A cell, by its place, and the conditions on the dimensions in question. */
export interface Placed extends Condition {
  readonly place: number
}

/** Kinds on some dimensions, and the cell that counts each of them alone. */
export type Cube = ReadonlyMap<Kind, number>

/**
 * Null unless these cells count each kind that they and `others` tell apart, and every margin: then sums of them, one
 * dimension after another, say of these dimensions all there is.
 */
export function cubeOf(
  dimensions: Dimensions,
  names: ReadonlySet<string>,
  cells: readonly Placed[],
  others: readonly Condition[],
  common: Where,
): Cube | null {
  const kinds = partition(dimensions, names, [...cells, ...others], common)
  const found = new Map<Kind, number>()
  for (const cell of cells) {
    const [only, ...more] = kinds.filter((kind) => isKindIn(kind, cell))
    if (only && more.length === 0) found.set(only, cell.place)
  }
  return found.size === kinds.length && hasMargins(cells, common) ? found : null
}

function hasMargins(cells: readonly Placed[], common: Where): boolean {
  const keys = new Set(cells.map(({ key }) => key))
  return cells.every(({ where }) =>
    Object.keys(where).every((name) => name in common || keys.has(conditionOf(widened(where, name, null)).key)),
  )
}
