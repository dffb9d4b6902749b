import type { CellKey } from './cell.ts'
import type { LinearSolver } from './linear-solver.ts'
import type { LinkedCell, LinkedCells } from './linked-cells.ts'
import { type Direction, directions, Reach } from './reach.ts'
import type { Need } from './sensitivity.ts'
import { type Play, type World, Worlds } from './worlds.ts'

/** What a cell costs that moves by one; null: it does not move. */
export type PriceOf = (cell: LinkedCell) => number | null

/** What a unit of movement of the cell in question is worth: more than any detour costs. */
const REWARD = 1e6
const FIXED: Play = { up: 0, down: 0, cost: 0 }

/**
 * A reader who reckons: looks for worlds that fit all that is shown and differ from the true one in sensitive cells. Cells
 * move that have a price at the start; which of them, is asked anew each time.
 */
export class Intruder {
  readonly linked: LinkedCells
  readonly reach: Reach
  readonly #worlds: Worlds
  constructor(linked: LinkedCells, needs: ReadonlyMap<number, Need>, priceOf: PriceOf, solver: LinearSolver) {
    this.linked = linked
    this.reach = new Reach(linked, needs)
    const places = [...linked.cells.keys()]
    this.#worlds = new Worlds(
      linked,
      places.filter((place) => priceOf(this.#cell(place)) !== null),
      solver,
    )
  }
  /** Moves all sensitive cells at once, again as long as that helps a good part of those that are left. */
  moveAll(priceOf: PriceOf): void {
    for (let before = Infinity, left = this.reach.unmet(); left.length > 0 && left.length < before * 0.8; ) {
      before = left.length
      for (const direction of directions) {
        const wanted = new Set(this.reach.unmet())
        this.#look((place) => {
          const cell = this.#cell(place)
          if (priceOf(cell) !== 0) return FIXED
          return wanted.has(place) ? only(cell, direction, this.reach.room(place), -1) : anywhere(cell, 0)
        })
      }
      left = this.reach.unmet()
    }
  }
  /** Moves one sensitive cell as far as it lacks, at the least price of the others: the world that does. */
  move(place: number, direction: Direction, priceOf: PriceOf): World {
    return this.#look((other) => {
      const cell = this.#cell(other)
      const price = priceOf(cell)
      if (price === null) return FIXED
      return other === place
        ? only(cell, direction, this.reach.lacks(place, direction), -REWARD)
        : anywhere(cell, price)
    })
  }
  end(): void {
    this.#worlds.end()
  }
  #cell(place: number): LinkedCell {
    return this.linked.cells[place] as LinkedCell
  }
  #look(playOf: (place: number) => Play): World {
    const world = this.#worlds.cheapest(playOf)
    this.reach.note(world)
    return world
  }
}

/** Whether a reader does not see this cell: it is withheld now, was before, or stands in no table. */
export const isUnseen = ({ standing, key }: LinkedCell, withheld: ReadonlySet<CellKey>): boolean =>
  standing === 'implied' || standing === 'withheld' || (standing === 'offered' && withheld.has(key))

const anywhere = ({ value, lowest }: LinkedCell, cost: number): Play => ({ up: Infinity, down: value - lowest, cost })

const only = ({ value, lowest }: LinkedCell, direction: Direction, room: number, cost: number): Play =>
  direction === 'up' ? { up: room, down: 0, cost } : { up: 0, down: Math.min(room, value - lowest), cost }
