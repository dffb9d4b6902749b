import { finerThan } from './categories.ts'
import { cellKey, type Where, widened } from './cell.ts'
import type { Dimension } from './count-table.ts'
import { DoesNotAddUp } from './does-not-add-up.ts'
import { impliedCell } from './implied-cell.ts'
import type { LinkedCell } from './linked-cells.ts'
import type { Places } from './places.ts'

/** What is left of a total when these of its parts are taken away. */
export interface Rest {
  /** At which all of them are taken, or known to be the same. */
  readonly snapshot: string
  readonly total: number
  readonly dimension: Dimension
  readonly without: readonly number[]
}

/** The category of a rest; where one single category is left, it is that one. */
function restCategory(dimension: Dimension, wider: string | null, named: readonly string[]): string {
  const finer = (of: string | null) => finerThan(dimension, of)
  const missing = (of: string | null): readonly string[] =>
    finer(of).flatMap((category) => {
      if (named.includes(category)) return []
      const left = missing(category)
      return left.length === finer(category).length ? [category] : left
    })
  const left = dimension.overlapping || (wider !== null && finer(wider).length === 0) ? [] : missing(wider)
  return left.length === 1 && left[0] ? left[0] : `${wider ?? 'all'} but ${named.toSorted().join(', ')}`
}

/** The rest as a cell: in no table, so that it is not shown tells nobody that it is not zero. */
export function restCell(cells: readonly LinkedCell[], { snapshot, total, dimension, without }: Rest): LinkedCell {
  const whole = cells[total] as LinkedCell
  const parts = without.map((place) => cells[place] as LinkedCell)
  const { name } = dimension
  const named = parts.map(({ ref }) => ref.where[name] as string)
  const where: Where = { ...whole.ref.where, [name]: restCategory(dimension, whole.ref.where[name] ?? null, named) }
  const value = whole.value - parts.reduce((sum, part) => sum + part.value, 0)
  if (value < -1e-6) throw new DoesNotAddUp(`${whole.key} is less than its parts over ${name}`)
  const ref = { ...whole.ref, snapshot, where }
  const isNamed = whole.standing !== 'implied'
  return impliedCell(whole.measure, { key: cellKey(ref), ref, value: Math.max(0, value), lowest: 0, isNamed })
}

/** The same rest in wider cells: who is no child among all is the sum of those who are no child in each country. */
export function widerRests(
  places: Places,
  cells: readonly LinkedCell[],
  rest: Rest,
): readonly (Omit<Rest, 'dimension'> & { readonly name: string })[] {
  const { snapshot } = rest
  const { ref } = cells[rest.total] as LinkedCell
  const at = (where: Where) => places.at({ ...ref, snapshot, where })
  return Object.keys(ref.where).flatMap((name) => {
    const where = widened(ref.where, name, null)
    const total = at(where)
    const without = rest.without.map((place) => at(widened((cells[place] as LinkedCell).ref.where, name, null)))
    if (name === rest.dimension.name || total === undefined || without.includes(undefined)) return []
    return [{ snapshot, total, name: rest.dimension.name, without: without as readonly number[] }]
  })
}
