import type { CellKey } from './cell.ts'
import type { LinearSolver } from './linear-solver.ts'
import type { LinkedCell, LinkedCells } from './linked-cells.ts'
import { type Direction, directions, type Reach } from './reach.ts'
import { type Play, type World, Worlds } from './worlds.ts'

/** What a cell costs that moves by one; null: it does not move. */
export type PriceOf = (cell: LinkedCell) => number | null

/** What a unit of movement of the cell in question is worth: more than any detour costs. */
const REWARD = 1e6
const FIXED: Play = { up: 0, down: 0, cost: 0 }

/** A reader who reckons: looks for worlds that fit all that is shown and differ from the true one in sensitive cells. */
export class Intruder {
  readonly #cells: LinkedCells['cells']
  readonly #reach: Reach
  readonly #worlds: Worlds
  /** What is found is noted in `reach`. Only cells at these places ever move; which of them, is asked anew each time. */
  constructor(linked: LinkedCells, reach: Reach, places: readonly number[], solver: LinearSolver) {
    this.#cells = linked.cells
    this.#reach = reach
    this.#worlds = new Worlds(linked, places, solver)
  }
  /** Moves these sensitive cells at once, again as long as that helps a good part of those that are left. */
  moveAll(places: readonly number[], priceOf: PriceOf): void {
    for (let before = Infinity, left = places.length; left > 1 && left < before * 0.8; ) {
      before = left
      for (const direction of directions) {
        const wanted = new Set(places.filter((place) => !this.#reach.isMet(place)))
        this.#look((place) => {
          const cell = this.#cell(place)
          if (priceOf(cell) !== 0) return FIXED
          return wanted.has(place) ? only(cell, direction, this.#reach.room(place), -1) : anywhere(cell, 0)
        })
      }
      left = places.filter((place) => !this.#reach.isMet(place)).length
    }
  }
  /** Moves one sensitive cell as far as it lacks, at the least price of the others: the world that does. */
  move(place: number, direction: Direction, priceOf: PriceOf): World {
    return this.#look((other) => {
      const cell = this.#cell(other)
      const price = priceOf(cell)
      if (price === null) return FIXED
      return other === place
        ? only(cell, direction, this.#reach.lacks(place, direction), -REWARD)
        : anywhere(cell, price)
    })
  }
  end(): void {
    this.#worlds.end()
  }
  #cell(place: number): LinkedCell {
    return this.#cells[place] as LinkedCell
  }
  #look(playOf: (place: number) => Play): World {
    const world = this.#worlds.cheapest(playOf)
    this.#reach.note(world)
    return world
  }
}

/** Whether a reader does not see this cell: it is withheld now, was before, or stands in no table. */
export const isUnseen = ({ standing, key }: LinkedCell, withheld: ReadonlySet<CellKey>): boolean =>
  standing === 'implied' || standing === 'withheld' || (standing === 'offered' && withheld.has(key))

const anywhere = ({ value, lowest }: LinkedCell, cost: number): Play => ({ up: Infinity, down: value - lowest, cost })

const only = ({ value, lowest }: LinkedCell, direction: Direction, room: number, cost: number): Play =>
  direction === 'up' ? { up: room, down: 0, cost } : { up: 0, down: Math.min(room, value - lowest), cost }
