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
    tables.flatMap(({ snapshot, cells: all }) =>
      all.map(({ where }) => [cellKey({ measure: '', snapshot, where }), { snapshot, where }] as const),
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
      if (dimension.name in where) continue
      const parts = dimension.categories.filter((category) => has(snapshot, { ...where, [dimension.name]: category }))
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
      if (!dimension.sensitive || world.count(snapshot, where) === 0) continue
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

/** The sets of categories that a reader takes away from a total: each that overlaps, or all that are there of those that do not. */
const restsOf = ({ overlapping }: Dimension, parts: readonly string[]): readonly (readonly string[])[] =>
  overlapping ? parts.map((part) => [part]) : parts.length > 0 ? [parts] : []
