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
    readonly cells: readonly ShownCell[]
  },
  'ReleasableTable'
>

/** What is left of a table once these cells are withheld. Called by `protect` alone, which has audited the rest. */
export function tableWithout(table: CountTable, withheld: ReadonlySet<CellKey>, audience: Audience): ReleasableTable {
  const { id, measure, snapshot, dimensions } = table
  const cells = table.cells.map(({ where, count }) => ({
    where,
    count: withheld.has(cellKey(refOf(table, where))) ? null : count,
  }))
  return { id, measure: measure.name, snapshot, audience, dimensions, cells } as unknown as ReleasableTable
}

/** Whether more was withheld than is shown, zeros aside. */
export const isEmptied = ({ cells }: ReleasableTable): boolean =>
  cells.filter(({ count }) => count === null).length > cells.filter(({ count }) => count !== null && count > 0).length
