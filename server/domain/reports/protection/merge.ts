import type { Dimensions } from './categories.ts'
import { type CellRef, cellKey, type Where, widened } from './cell.ts'
import { type CountTable, refOf } from './count-table.ts'
import type { ProtectionRules } from './rules.ts'

/** What to merge in a table before it is tried again. All categories of a dimension: leave the dimension out. */
export interface Merge {
  readonly table: string
  readonly dimension: string
  readonly categories: readonly string[]
}

/**
 * For a table with these cells in the way: the merge along one dimension that leaves the fewest cells below the
 * threshold, and of two that leave as many the one that gives up less. Null where the table has nothing to merge.
 */
export function mergeFor(
  table: CountTable,
  dimensions: Dimensions,
  inTheWay: readonly CellRef[],
  rules: ProtectionRules,
): Merge | null {
  const tried = table.dimensions.flatMap((dimension) => {
    const all = bySize(table, dimensions, dimension)
    if (all.length < 2) return []
    const needed = new Set(inTheWay.flatMap(({ where }) => where[dimension] ?? []))
    const inOrder = [...all.filter((one) => needed.has(one)), ...all.filter((one) => !needed.has(one))]
    const least = Math.max(2, Math.min(needed.size, all.length))
    const sizes = Array.from({ length: all.length - least + 1 }, (_, more) => least + more)
    return sizes.map((size) => {
      const categories = inOrder.slice(0, size)
      return { dimension, categories, left: smallCells(table, dimension, new Set(categories), rules) }
    })
  })
  const [best] = tried.toSorted(
    (one, other) => one.left - other.left || one.categories.length - other.categories.length,
  )
  return best ? { table: table.id, dimension: best.dimension, categories: best.categories } : null
}

/** The categories of the top level in a table, those with the fewest persons first. */
function bySize({ cells }: CountTable, dimensions: Dimensions, name: string): readonly string[] {
  const counts = new Map<string, number>()
  for (const { where, count } of cells) {
    const category = where[name]
    if (category !== undefined && !dimensions.get(name)?.within?.[category])
      counts.set(category, (counts.get(category) ?? 0) + count)
  }
  return [...counts.keys()].sort((one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0))
}

function smallCells(
  table: CountTable,
  dimension: string,
  merged: ReadonlySet<string>,
  { threshold }: ProtectionRules,
): number {
  const counts = new Map<string, number>()
  for (const { where, count } of table.cells) {
    const isMerged = merged.has(where[dimension] ?? '')
    const becomes: Where = isMerged ? widened(where, dimension, [...merged].join(' or ')) : where
    const key = cellKey(refOf(table, becomes))
    counts.set(key, (counts.get(key) ?? 0) + count)
  }
  return [...counts.values()].filter((count) => count > 0 && count < threshold.count).length
}
