import { type CellKey, type CellRef, cellKey, type Where } from './cell.ts'
import { type CountTable, refOf } from './count-table.ts'
import { impliedCell } from './implied-cell.ts'
import type { Line, LinkedCell } from './linked-cells.ts'

/**
 * A measure that readers take for a part of another one, although tables count the two apart: of 38 requests sent 36 were
 * answered, so two were not.
 */
export interface Share {
  readonly part: string
  readonly whole: string
  /** Dimensions that have another name in the tables of the part. */
  readonly as: Readonly<Record<string, string>>
}

export type Pair = readonly [whole: CellKey, part: CellKey]

/** Cells of the whole and of the part that were counted of the same at one snapshot. */
export function pairsOf(
  shares: readonly Share[],
  tables: readonly CountTable[],
  since: (table: CountTable) => CountTable,
): readonly Pair[] {
  const pairs = new Map<string, Pair>()
  for (const together of Map.groupBy(tables, ({ snapshot }) => snapshot).values())
    for (const { part, whole, as } of shares) {
      const keys = new Map<CellKey, CellKey>()
      for (const [ref, key] of cellsOf(together, part, since)) keys.set(cellKey(ref), key)
      for (const [ref, key] of cellsOf(together, whole, since)) {
        const own = keys.get(cellKey({ ...ref, measure: part, where: renamed(ref.where, as) }))
        if (own) pairs.set(`${key} ${own}`, [key, own])
      }
    }
  return [...pairs.values()]
}

/** Cells of a measure as they were asked for, and their keys as they are linked. */
const cellsOf = (
  tables: readonly CountTable[],
  measure: string,
  since: (table: CountTable) => CountTable,
): readonly (readonly [CellRef, CellKey])[] =>
  tables
    .filter((table) => table.measure.name === measure)
    .flatMap((table) =>
      table.cells.map(({ where }) => [refOf(table, where), cellKey(refOf(since(table), where))] as const),
    )

const renamed = (where: Where, as: Share['as']): Where =>
  Object.fromEntries(Object.entries(where).map(([name, category]) => [as[name] ?? name, category]))

/** What a part leaves of its whole is a cell, added to `cells`: also where it is no more than a guess. */
export function sharesOf(cells: LinkedCell[], pairs: readonly Pair[]): readonly Line[] {
  const places = new Map(cells.map(({ key }, place) => [key, place]))
  return pairs.flatMap(([whole, part]) => {
    const [total, own] = [places.get(whole), places.get(part)]
    if (total === undefined || own === undefined) return []
    const rest = unansweredOf(cells[total] as LinkedCell, cells[own] as LinkedCell)
    // More of the part than of the whole: nobody takes it for one.
    return rest.value > 0 ? [{ total, dimension: null, parts: [own, cells.push(rest) - 1] }] : []
  })
}

const unansweredOf = (whole: LinkedCell, part: LinkedCell): LinkedCell =>
  impliedCell(whole.measure, {
    key: `${whole.key} but ${part.key}` as CellKey,
    ref: whole.ref,
    value: whole.value - part.value,
    // The two are counted apart: nobody knows that one is a part.
    lowest: -Infinity,
    isNamed: true,
  })
