import type { Brand } from '../../kernel/brand.ts'
import { type CellKey, cellKey, type Where } from './cell.ts'
import { type CountTable, refOf } from './count-table.ts'
import type { Audience } from './rules.ts'

export interface ShownCell {
  readonly where: Where
  /** Null: withheld. Nothing says whether for itself or to protect another, so not even “fewer than five” may be said. */
  readonly count: number | null
}

/** A table that may go to readers of this audience, with what stands in it and nothing else; only made by `protect`. */
export type ReleasableTable = Brand<
  {
    readonly id: string
    readonly measure: string
    readonly snapshot: string
    readonly audience: Audience
    readonly dimensions: readonly string[]
    /** It could not be protected: that a cell of it is not shown does not even say that it is not zero. */
    readonly isWithheld: boolean
    readonly cells: readonly ShownCell[]
  },
  'ReleasableTable'
>

/**
 * A table with the cells that may be shown. Called by `protect` alone, which has audited them. Of a table that is withheld
 * as a whole nothing is shown but what others show.
 */
export function tableWith(
  table: CountTable,
  shown: ReadonlySet<CellKey>,
  audience: Audience,
  isWithheld: boolean,
): ReleasableTable {
  const { id, measure, snapshot, dimensions } = table
  const cells = table.cells.map(({ where, count }) => ({
    where,
    count: shown.has(cellKey(refOf(table, where))) ? count : null,
  }))
  const made = { id, measure: measure.name, snapshot, audience, dimensions, isWithheld, cells }
  return made as unknown as ReleasableTable
}

/** Whether more was withheld than is shown, zeros aside. */
export const isEmptied = ({ cells }: ReleasableTable): boolean =>
  cells.filter(({ count }) => count === null).length > cells.filter(({ count }) => count !== null && count > 0).length
