import { type CellRef, cellKey } from './cell.ts'
import type { ReleasableTable } from './releasable-table.ts'

/** What a sentence may say of a cell. */
export type Said = { readonly kind: 'shown'; readonly count: number } | { readonly kind: 'withheld' }

const WITHHELD: Said = { kind: 'withheld' }

/**
 * What may be said outside a table of the cells in these tables: in prose, or as the n beside a median. A cell that is in
 * no table has not been protected: naming it is a mistake of the report, and throws.
 */
export class Speaker {
  readonly #counts: ReadonlyMap<string, number | null>
  constructor(tables: readonly ReleasableTable[]) {
    this.#counts = new Map(
      tables.flatMap((table) => table.cells.map(({ where, count }) => [cellKey({ ...table, where }), count])),
    )
  }
  count(cell: CellRef): Said {
    const count = this.#counts.get(cellKey(cell))
    if (count === undefined) throw new Error(`${cellKey(cell)} is in no table of this release`)
    return count === null ? WITHHELD : { kind: 'shown', count }
  }
  /** A share is said where both its cells are: of how many, and how many. */
  share(part: CellRef, whole: CellRef): { readonly part: number; readonly whole: number } | null {
    const [one, all] = [this.count(part), this.count(whole)]
    return one.kind === 'shown' && all.kind === 'shown' ? { part: one.count, whole: all.count } : null
  }
}
