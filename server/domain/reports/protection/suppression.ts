import { auditOf } from './audit.ts'
import type { CellKey } from './cell.ts'
import { Intruder, isUnseen, type PriceOf } from './intruder.ts'
import type { LinearSolver } from './linear-solver.ts'
import type { LinkedCell, LinkedCells } from './linked-cells.ts'
import type { Need } from './sensitivity.ts'

/**
 * Complementary suppression: for each sensitive cell that is still exposed, the cheapest other cells that have to be
 * withheld so that it can move as far as it needs (Kelly, Golden and Assad 1992, with linear prices). Adds to `withheld`;
 * what cannot be helped is left to the audit.
 */
export function suppress(
  linked: LinkedCells,
  needs: ReadonlyMap<number, Need>,
  withheld: Set<CellKey>,
  solver: LinearSolver,
): void {
  const reach = auditOf(linked, needs, withheld, solver)
  if (reach.unmet().length === 0) return
  const priceOf = pricesIn(linked, withheld)
  const places = [...linked.cells.keys()].filter((place) => priceOf(linked.cells[place] as LinkedCell) !== null)
  const intruder = new Intruder(linked, reach, places, solver)
  for (const place of needs.keys()) {
    if (priceOf(linked.cells[place] as LinkedCell) === null) continue
    for (const direction of ['up', 'down', 'up'] as const) {
      if (reach.lacks(place, direction) === 0) continue
      for (const moved of intruder.move(place, direction, priceOf).keys()) {
        const cell = linked.cells[moved] as LinkedCell
        if (cell.standing === 'offered') withheld.add(cell.key)
      }
    }
  }
  intruder.end()
}

/** Small cells go before large ones, cells inside before margins, margins before the total. */
function pricesIn({ cells }: LinkedCells, withheld: ReadonlySet<CellKey>): PriceOf {
  const most = cells.reduce((conditions, cell) => Math.max(conditions, conditionsOf(cell)), 0)
  return (cell) => {
    if (isUnseen(cell, withheld)) return 0
    // Off the sensitive dimensions zeros are shown: there, that a cell is withheld says that it is not zero.
    if (cell.standing !== 'offered' || (cell.value === 0 && !cell.isSensitive)) return null
    return (1 + Math.log2(1 + cell.value)) * 3 ** (most - conditionsOf(cell))
  }
}

const conditionsOf = ({ ref }: LinkedCell): number => Object.keys(ref.where).length
