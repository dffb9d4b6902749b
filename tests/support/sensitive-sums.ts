import { cellKey, type Where } from '../../server/domain/reports/protection/cell.ts'
import type { Dimension } from '../../server/domain/reports/protection/count-table.ts'
import type { ReleasableTable } from '../../server/domain/reports/protection/releasable-table.ts'
import type { CountedWorld } from './counted-world.ts'
import type { Sum } from './table-reader.ts'

/**
 * What no reader of these tables may come close to, by the README of disclosure control and the true counts: small cells,
 * small rests, small changes, and zeros that tell of a whole group.
 */
export function sensitiveSums(
  world: CountedWorld,
  tables: readonly ReleasableTable[],
  threshold: number,
): readonly Sum[] {
  const cells = new Map(
    tables.flatMap((table) =>
      table.cells.flatMap(({ where }) =>
        snapshotsOf(world, table, tables).map(
          (snapshot) => [cellKey({ measure: '', snapshot, where }), { snapshot, where }] as const,
        ),
      ),
    ),
  )
  const has = (snapshot: string, where: Where) => cells.has(cellKey({ measure: '', snapshot, where }))
  const size = (sum: Sum) =>
    sum.reduce((total, { snapshot, where, sign }) => total + sign * world.count(snapshot, where), 0)
  const found: Sum[] = []
  const small: Sum[] = []
  for (const { snapshot, where } of cells.values()) {
    small.push([{ snapshot, where, sign: 1 }])
    for (const other of new Set(tables.map((table) => table.snapshot)))
      if (other < snapshot && has(other, where))
        small.push([
          { snapshot, where, sign: 1 },
          { snapshot: other, where, sign: -1 },
        ])
    for (const dimension of world.dimensions) {
      const parts = partsOf(dimension, where, (finer) => has(snapshot, finer))
      const sums = restsOf(dimension, parts).map(
        (taken): Sum => [
          { snapshot, where, sign: 1 },
          ...taken.map((category) => ({
            snapshot,
            where: { ...where, [dimension.name]: category },
            sign: -1 as const,
          })),
        ],
      )
      small.push(...sums)
      if (!dimension.sensitive || dimension.name in where || world.count(snapshot, where) === 0) continue
      // Whom of the group none of its categories leaves out: nobody may know that there is nobody beside it.
      const beside = parts.flatMap((category) => {
        const one: Sum = [
          { snapshot, where, sign: 1 },
          { snapshot, where: { ...where, [dimension.name]: category }, sign: -1 },
        ]
        return size(one) === 0 ? [one] : []
      })
      found.push(...beside)
    }
  }
  return [...found, ...small.filter((sum) => size(sum) !== 0 && Math.abs(size(sum)) < threshold)]
}

/** Where its total is the same at two snapshots, a table of what only grows is the same at all between them. */
function snapshotsOf(
  world: CountedWorld,
  { snapshot, cells }: ReleasableTable,
  tables: readonly ReleasableTable[],
): readonly string[] {
  const base = cells[0]?.where ?? {}
  const key = JSON.stringify(base)
  const isSame = (other: string) => world.measure.cumulative && world.count(other, base) === world.count(snapshot, base)
  const same = tables
    .filter((table) => isSame(table.snapshot) && table.cells.some(({ where }) => JSON.stringify(where) === key))
    .map((table) => table.snapshot)
    .sort()
  const [first = snapshot, last = snapshot] = [same[0], same.at(-1)]
  const all = [snapshot, ...tables.map((table) => table.snapshot).filter((other) => first <= other && other <= last)]
  return [...new Set(all)]
}

/** The categories by which a cell is divided, each the widest that there is. */
function partsOf({ name, categories, within = {} }: Dimension, where: Where, has: (where: Where) => boolean) {
  const finerThan = (wider: string | undefined) =>
    wider === undefined ? categories : Object.keys(within).filter((finer) => within[finer] === wider)
  const partsIn = (wider: string | undefined): readonly string[] =>
    finerThan(wider).flatMap((category) => (has({ ...where, [name]: category }) ? [category] : partsIn(category)))
  return partsIn(where[name])
}

/** The sets of categories that a reader takes away from a total: each that overlaps, or all that are there of those that do not. */
const restsOf = ({ overlapping }: Dimension, parts: readonly string[]): readonly (readonly string[])[] =>
  overlapping ? parts.map((part) => [part]) : parts.length > 0 ? [parts] : []
