import { type CellKey, cellKey, type Where, widened } from './cell.ts'
import type { Dimension } from './count-table.ts'
import type { Dimensions, Line, LinkedCell } from './linked-cells.ts'

interface Parts {
  readonly total: number
  readonly dimension: Dimension
  readonly places: number[]
}

/**
 * Every sum over one dimension whose total is a cell, across all tables. Where parts are missing, what is left is a cell
 * of its own and is added to `cells`: a reader subtracts, so 36 answered of 38 sent shows two.
 */
export function linesOf(dimensions: Dimensions, cells: LinkedCell[]): Line[] {
  const places = new Map(cells.map(({ key }, place) => [key, place]))
  const found = new Map<string, Parts>()
  for (const [place, cell] of cells.entries())
    for (const name of Object.keys(cell.ref.where)) {
      const dimension = dimensions.get(name)
      if (!dimension) throw new Error(`no dimension is called ${name}`)
      const total = totalOf(dimension, cell, places)
      if (total === null) continue
      const key = `${total} ${name}`
      const parts = found.get(key) ?? { total, dimension, places: [] }
      parts.places.push(place)
      found.set(key, parts)
    }
  return [...found.values()].flatMap(({ total, dimension, places: parts }) =>
    dimension.overlapping
      ? parts.map((part) => lineOf(cells, { total, dimension, places: [part] }))
      : [lineOf(cells, { total, dimension, places: parts })],
  )
}

/** The nearest wider cell on this dimension that is in a table. */
function totalOf(dimension: Dimension, { ref }: LinkedCell, places: ReadonlyMap<CellKey, number>): number | null {
  let category = ref.where[dimension.name] ?? null
  while (category !== null) {
    category = dimension.within?.[category] ?? null
    const place = places.get(cellKey({ ...ref, where: widened(ref.where, dimension.name, category) }))
    if (place !== undefined) return place
  }
  return null
}

function lineOf(cells: LinkedCell[], { total, dimension, places }: Parts): Line {
  const whole = cells[total] as LinkedCell
  const parts = places.map((place) => cells[place] as LinkedCell)
  const rest = whole.value - parts.reduce((sum, { value }) => sum + value, 0)
  const named = parts.map(({ ref }) => ref.where[dimension.name] as string)
  const isComplete =
    !dimension.overlapping && covers(dimension, whole.ref.where[dimension.name] ?? null, new Set(named))
  if (isComplete ? Math.abs(rest) > 1e-6 : rest < -1e-6)
    throw new Error(`${whole.key} is not the sum of its parts over ${dimension.name}`)
  if (isComplete) return { total, dimension, parts: places }
  return { total, dimension, parts: [...places, cells.push(restOf(whole, dimension, named, rest)) - 1] }
}

/** Whether these categories leave out nobody who is in the wider one (null: in the total). */
function covers(dimension: Dimension, wider: string | null, named: ReadonlySet<string>): boolean {
  const { categories, within = {} } = dimension
  const finer = wider === null ? categories : Object.keys(within).filter((category) => within[category] === wider)
  return finer.length > 0 && finer.every((category) => named.has(category) || covers(dimension, category, named))
}

function restOf(whole: LinkedCell, { name }: Dimension, named: readonly string[], value: number): LinkedCell {
  const where: Where = { ...whole.ref.where, [name]: `not ${named.toSorted().join(', ')}` }
  const ref = { ...whole.ref, where }
  // A rest is in no table, so that it is not shown tells nobody that it is not zero.
  const free = {
    lowest: 0,
    standing: 'implied',
    wasWithheld: false,
    isChange: false,
    isSensitive: false,
    contributions: null,
  } as const
  return { key: cellKey(ref), ref, measure: whole.measure, value, ...free }
}
