import type { Where } from './cell.ts'
import type { Dimension } from './count-table.ts'

export type Dimensions = ReadonlyMap<string, Dimension>

export const byName = (dimensions: readonly Dimension[]): Dimensions =>
  new Map(dimensions.map((dimension) => [dimension.name, dimension]))

export function dimensionCalled(dimensions: Dimensions, name: string): Dimension {
  const dimension = dimensions.get(name)
  if (!dimension) throw new Error(`no dimension is called ${name}`)
  return dimension
}

/** The categories one step finer than a wider one; null: those of the top level. */
export const finerThan = ({ categories, within = {} }: Dimension, wider: string | null): readonly string[] =>
  wider === null ? categories : Object.keys(within).filter((category) => within[category] === wider)

/** The narrowest categories of a dimension that are part of a wider one; null: all of them. */
export function leavesOf(dimension: Dimension, wider: string | null): readonly string[] {
  const finer = finerThan(dimension, wider)
  return wider !== null && finer.length === 0 ? [wider] : finer.flatMap((category) => leavesOf(dimension, category))
}

/** Whether who is in this category is in the other one. */
export function isWithin({ within = {} }: Dimension, category: string, wider: string): boolean {
  for (let one: string | undefined = category; one !== undefined; one = within[one]) if (one === wider) return true
  return false
}

/** Whether these two have the same codes, and nobody the same one on both. */
export const areApart = (dimensions: Dimensions, one: string, other: string): boolean =>
  (dimensions.get(one)?.apartFrom ?? []).includes(other) || (dimensions.get(other)?.apartFrom ?? []).includes(one)

/** Whether nobody can be there: a reader knows that as well. */
export const isImpossible = (dimensions: Dimensions, where: Where): boolean =>
  Object.entries(where).some(([name, category]) =>
    Object.entries(where).some(([other, own]) => own === category && areApart(dimensions, name, other)),
  )

/** The conditions on these dimensions alone. */
export const onlyOn = (where: Where, names: ReadonlySet<string>): Where =>
  Object.fromEntries(Object.entries(where).filter(([name]) => names.has(name)))
