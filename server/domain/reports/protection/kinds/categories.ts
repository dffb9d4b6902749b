import type { Where } from '../cell.ts'
import type { Dimension } from '../count-table.ts'

/** The narrowest categories of a dimension that are part of a wider one; null: all of them. */
export function leavesOf({ categories, within = {} }: Dimension, wider: string | null): readonly string[] {
  const finer = (of: string | null) =>
    of === null ? categories : Object.keys(within).filter((category) => within[category] === of)
  const leaves = (of: string): readonly string[] => {
    const parts = finer(of)
    return parts.length === 0 ? [of] : parts.flatMap(leaves)
  }
  return wider === null ? categories.flatMap(leaves) : leaves(wider)
}

/** Whether who is in this category is in the other one. */
export function isWithin({ within = {} }: Dimension, category: string, wider: string): boolean {
  for (let one: string | undefined = category; one !== undefined; one = within[one]) if (one === wider) return true
  return false
}

/** The conditions on these dimensions alone. */
export const onlyOn = (where: Where, names: ReadonlySet<string>): Where =>
  Object.fromEntries(Object.entries(where).filter(([name]) => names.has(name)))
