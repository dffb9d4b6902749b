import { areApart, type Dimensions, dimensionCalled, finerThan } from './categories.ts'
import { type CellRef, type Where, widened } from './cell.ts'
import type { Dimension } from './count-table.ts'
import { DoesNotAddUp } from './does-not-add-up.ts'
import type { Line, LinkedCell } from './linked-cells.ts'
import { Places } from './places.ts'
import { type Rest, restCell, widerRests } from './rests.ts'

interface Sum extends Rest {
  readonly without: number[]
}

/**
 * Every sum over one dimension whose total is a cell, across all tables. Where parts are missing, what is left is a cell
 * of its own and is added to `cells`: a reader subtracts, so 36 answered of 38 sent shows two. Rests add up as cells do,
 * so this goes on until there is nothing new.
 */
export function linesOf(dimensions: Dimensions, cells: LinkedCell[]): Line[] {
  const places = new Places(cells)
  const rests = new Map<string, Rest & { readonly rest: number }>()
  const restOf = new Map<string, number>()
  const addRest = (rest: Rest): void => {
    const cell = restCell(cells, rest)
    const place = places.at(cell.ref) ?? restOf.get(sumKey(rest)) ?? cells.push(cell) - 1
    places.add(place, cell.ref)
    if (rest.without.includes(place)) return
    restOf.set(sumKey(rest), place)
    rests.set(`${rest.snapshot} ${rest.total} ${rest.dimension.name} ${place}`, { ...rest, rest: place })
  }
  for (let before = -1; before !== cells.length + rests.size; ) {
    before = cells.length + rests.size
    for (const sum of sumsOf(dimensions, places)) {
      if (sum.dimension.overlapping) for (const part of sum.without) addRest({ ...sum, without: [part] })
      else if (!isComplete(cells, sum)) addRest(sum)
    }
    for (const rest of [...rests.values()])
      for (const { name, ...wider } of widerRests(places, cells, rest))
        addRest({
          ...wider,
          dimension: possibleIn(
            dimensions,
            dimensionCalled(dimensions, name),
            (cells[wider.total] as LinkedCell).ref.where,
          ),
        })
  }
  const complete = sumsOf(dimensions, places).filter((sum) => !sum.dimension.overlapping && isComplete(cells, sum))
  return once([
    ...complete.map(({ total, dimension, without }) => ({ total, dimension, parts: checked(cells, total, without) })),
    ...[...rests.values()].map(({ total, dimension, without, rest }) => ({
      total,
      dimension,
      parts: [...without, rest],
    })),
  ])
}

/** The same of the same cells, whatever the snapshot. */
const sumKey = ({ total, dimension, without }: Omit<Rest, 'snapshot'>): string =>
  `${total} ${dimension.name} ${without.toSorted((one, other) => one - other)}`

/** What is unchanged adds up as it did. */
const once = <T extends Line & { readonly dimension: Dimension }>(lines: readonly T[]): T[] => [
  ...new Map(lines.map((line) => [sumKey({ ...line, without: line.parts }), line])).values(),
]

function sumsOf(dimensions: Dimensions, places: Places): readonly Sum[] {
  const found = new Map<string, Sum>()
  for (const { place, ref } of places.all)
    for (const [name, category] of Object.entries(ref.where)) {
      const dimension = dimensionCalled(dimensions, name)
      const total = isCategory(dimension, category) ? totalOf(dimension, ref, places) : null
      if (total === null) continue
      const key = `${ref.snapshot} ${total} ${name}`
      const sum = found.get(key) ?? {
        snapshot: ref.snapshot,
        total,
        dimension: possibleIn(dimensions, dimension, ref.where),
        without: [],
      }
      sum.without.push(place)
      found.set(key, sum)
    }
  return [...found.values()]
}

/** Without the categories that nobody can have here: a reader knows that too. */
const possibleIn = (dimensions: Dimensions, dimension: Dimension, where: Where): Dimension => {
  const taken = Object.keys(where).filter((name) => areApart(dimensions, dimension.name, name))
  if (taken.length === 0) return dimension
  return {
    ...dimension,
    categories: dimension.categories.filter((category) => !taken.some((name) => where[name] === category)),
  }
}

const isCategory = ({ categories, within = {} }: Dimension, category: string): boolean =>
  categories.includes(category) || category in within

/** The nearest wider cell on this dimension that is in a table. */
function totalOf(dimension: Dimension, ref: CellRef, places: Places): number | null {
  let category = ref.where[dimension.name] ?? null
  while (category !== null) {
    category = dimension.within?.[category] ?? null
    const place = places.at({ ...ref, where: widened(ref.where, dimension.name, category) })
    if (place !== undefined) return place
  }
  return null
}

function isComplete(cells: readonly LinkedCell[], { total, dimension, without }: Sum): boolean {
  const category = (place: number) => cells[place]?.ref.where[dimension.name] ?? null
  return covers(dimension, category(total), new Set(without.map(category)))
}

/** Whether these categories leave out nobody who is in the wider one (null: in the total). */
function covers(dimension: Dimension, wider: string | null, named: ReadonlySet<string | null>): boolean {
  const finer = finerThan(dimension, wider)
  return finer.length > 0 && finer.every((category) => named.has(category) || covers(dimension, category, named))
}

function checked(cells: readonly LinkedCell[], total: number, parts: readonly number[]): readonly number[] {
  const sum = parts.reduce((value, part) => value + (cells[part] as LinkedCell).value, 0)
  const whole = cells[total] as LinkedCell
  if (Math.abs(whole.value - sum) > 1e-6) throw new DoesNotAddUp(`${whole.key} is not the sum of its parts`)
  return parts
}
