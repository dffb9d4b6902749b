import type { Where } from '../protection/cell.ts'
import type { CountedCell, Dimension } from '../protection/count-table.ts'

/** A dimension, and the categories of it that a fact falls into. Every fact falls into at least one. */
export interface Divided<F> extends Dimension {
  readonly categoriesOf: (fact: F) => readonly string[]
}

/**
 * A count for each combination of categories and each margin, also where nothing was counted; `all` is what holds of every
 * fact of the table.
 */
export function cube<F extends { readonly count: number }>(
  facts: readonly F[],
  dimensions: readonly Divided<F>[],
  all: Where,
): readonly CountedCell[] {
  const every = combinations(all, dimensions, ({ categories }) => categories)
  const counts = new Map(every.map((where) => [JSON.stringify(where), { where, count: 0 }]))
  // With overlapping categories a margin counts a fact once.
  for (const fact of facts)
    for (const where of combinations(all, dimensions, ({ categoriesOf }) => categoriesOf(fact))) {
      const cell = counts.get(JSON.stringify(where))
      if (!cell) throw new Error(`a fact falls into ${JSON.stringify(where)}, which is no cell of its table`)
      cell.count += fact.count
    }
  return [...counts.values()]
}

function combinations<F>(
  all: Where,
  dimensions: readonly Divided<F>[],
  categoriesOf: (dimension: Divided<F>) => readonly string[],
): readonly Where[] {
  let found: Where[] = [all]
  for (const dimension of dimensions)
    found = found.flatMap((where) => [
      where,
      ...categoriesOf(dimension).map((category) => ({ ...where, [dimension.name]: category })),
    ])
  return found
}
