import type { CellKey } from './cell.ts'
import { type Intruder, isUnseen } from './intruder.ts'
import type { LinkedCell } from './linked-cells.ts'

/**
 * Complementary suppression: for each sensitive cell that is still exposed, the cheapest other cells that have to be
 * withheld so that it can move as far as it needs (Kelly, Golden and Assad 1992, with linear prices). Adds to `withheld`;
 * answers the places that stay exposed whatever is withheld.
 */
export function suppress(intruder: Intruder, withheld: Set<CellKey>): readonly number[] {
  const { cells } = intruder.linked
  const most = cells.reduce((conditions, cell) => Math.max(conditions, conditionsOf(cell)), 0)
  const priceOf = (cell: LinkedCell): number | null => {
    if (isUnseen(cell, withheld)) return 0
    // A zero is never withheld to protect another: that a cell is withheld says that it is not zero.
    if (cell.standing !== 'offered' || cell.value === 0) return null
    // Small cells go before large ones, cells inside before margins, margins before the total.
    return (1 + Math.log2(1 + cell.value)) * 3 ** (most - conditionsOf(cell))
  }
  return intruder.exposed(withheld).filter((place) => {
    for (const direction of ['up', 'down', 'up'] as const) {
      if (intruder.lacks(place, direction) <= 0) continue
      for (const moved of intruder.detour(place, direction, priceOf)) {
        const cell = cells[moved]
        if (cell?.standing === 'offered') withheld.add(cell.key)
      }
    }
    return !intruder.isMet(place)
  })
}

const conditionsOf = ({ ref }: LinkedCell): number => Object.keys(ref.where).length
