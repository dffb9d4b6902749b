import type { CellKey } from './cell.ts'
import { Intruder, isUnseen, type PriceOf } from './intruder.ts'
import type { LinearSolver } from './linear-solver.ts'
import type { LinkedCells } from './linked-cells.ts'
import { directions } from './reach.ts'
import type { Need } from './sensitivity.ts'

/**
 * The audit: the places of the sensitive cells that can be computed closer than they need, when these cells are withheld
 * and all others shown. Each is moved up and down as a linear programme, those aside that others moved far enough.
 */
export function exposedCells(
  linked: LinkedCells,
  needs: ReadonlyMap<number, Need>,
  withheld: ReadonlySet<CellKey>,
  solver: LinearSolver,
): readonly number[] {
  if (needs.size === 0) return []
  const priceOf: PriceOf = (cell) => (isUnseen(cell, withheld) ? 0 : null)
  const intruder = new Intruder(linked, needs, priceOf, solver)
  try {
    intruder.moveAll(priceOf)
    for (const place of intruder.reach.unmet())
      for (const direction of directions) if (!intruder.reach.isMet(place)) intruder.move(place, direction, priceOf)
    return intruder.reach.unmet()
  } finally {
    intruder.end()
  }
}
