import type { CellKey } from './cell.ts'
import { componentsOf } from './components.ts'
import { Intruder, isUnseen, type PriceOf } from './intruder.ts'
import type { LinearSolver } from './linear-solver.ts'
import type { LinkedCell, LinkedCells } from './linked-cells.ts'
import { directions, Reach } from './reach.ts'
import type { Need } from './sensitivity.ts'

/**
 * The audit: how far each sensitive cell can be from its true value when these cells are withheld and all others shown.
 * Each is moved up and down as a linear programme, those aside that were moved far enough with others.
 */
export function auditOf(
  linked: LinkedCells,
  needs: ReadonlyMap<number, Need>,
  withheld: ReadonlySet<CellKey>,
  solver: LinearSolver,
): Reach {
  const reach = new Reach(linked, needs)
  const priceOf: PriceOf = (cell) => (isUnseen(cell, withheld) ? 0 : null)
  const unseen = [...linked.cells.keys()].filter((place) => isUnseen(linked.cells[place] as LinkedCell, withheld))
  for (const places of componentsOf(linked, unseen)) {
    const sensitive = places.filter((place) => needs.has(place))
    if (sensitive.length === 0) continue
    const intruder = new Intruder(linked, reach, places, solver)
    intruder.moveAll(sensitive, priceOf)
    for (const place of sensitive)
      for (const direction of directions) if (!reach.isMet(place)) intruder.move(place, direction, priceOf)
    intruder.end()
  }
  return reach
}
