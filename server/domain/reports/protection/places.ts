import { type CellKey, type CellRef, cellKey } from './cell.ts'
import type { LinkedCell } from './linked-cells.ts'

/** A cell, by its place, at one of the snapshots at which it is known. */
export interface Placed {
  readonly place: number
  readonly ref: CellRef
}

/** Finds cells at their own snapshot and at later ones at which they are known to be the same. */
export class Places {
  readonly #found = new Map<CellKey, Placed>()
  constructor(cells: readonly LinkedCell[]) {
    for (const [place, { ref, unchangedAt }] of cells.entries())
      for (const snapshot of [ref.snapshot, ...unchangedAt]) this.add(place, { ...ref, snapshot })
  }
  get all(): Iterable<Placed> {
    return this.#found.values()
  }
  at(ref: CellRef): number | undefined {
    return this.#found.get(cellKey(ref))?.place
  }
  add(place: number, ref: CellRef): void {
    this.#found.set(cellKey(ref), { place, ref })
  }
}
