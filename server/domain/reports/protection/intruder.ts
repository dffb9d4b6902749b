import type { CellKey } from './cell.ts'
import type { LinearSolver } from './linear-solver.ts'
import type { LinkedCell, LinkedCells } from './linked-cells.ts'
import type { Need } from './sensitivity.ts'
import { type Play, type World, Worlds } from './worlds.ts'

/** Below this the solver’s answer is taken for nothing. */
const NOISE = 1e-6
/** What a unit of movement of the cell in question is worth: more than any detour costs. */
const REWARD = 1e6
const FIXED: Play = { up: 0, down: 0, cost: 0 }

type Direction = 'up' | 'down'

/**
 * What a reader who reckons can exclude: for each sensitive cell the smallest and largest value seen in a world that fits
 * all that is shown. A world stays possible whatever else is withheld, so what was found once need not be asked again.
 */
export class Intruder {
  readonly linked: LinkedCells
  readonly #needs: ReadonlyMap<number, Need>
  readonly #worlds: Worlds
  readonly #reach: ReadonlyMap<number, { up: number; down: number }>
  constructor(linked: LinkedCells, needs: ReadonlyMap<number, Need>, solver: LinearSolver) {
    this.linked = linked
    this.#needs = needs
    this.#worlds = new Worlds(linked, solver)
    this.#reach = new Map([...needs.keys()].map((place) => [place, { up: 0, down: 0 }]))
  }
  /** Sensitive cells that can be computed closer than they need, when just these are withheld. */
  exposed(withheld: ReadonlySet<CellKey>): readonly number[] {
    if (this.#needs.size === 0) return []
    const isFree = (cell: LinkedCell) => isUnseen(cell, withheld)
    for (const direction of ['up', 'down'] as const) this.#stretchAll(direction, isFree)
    return [...this.#needs.keys()].filter((place) => {
      for (const direction of ['up', 'down'] as const)
        if (!this.isMet(place)) this.#stretch(place, direction, this.#room(place), (cell) => (isFree(cell) ? 0 : null))
      return !this.isMet(place)
    })
  }
  /** Moves a cell as far as it needs, other cells moving at the price of `priceOf` (null: not at all): the places moved. */
  detour(place: number, direction: Direction, priceOf: (cell: LinkedCell) => number | null): readonly number[] {
    const world = this.#stretch(place, direction, this.lacks(place, direction), priceOf)
    return [...world.keys()].filter((other) => Math.abs(world[other] ?? 0) > NOISE)
  }
  isMet(place: number): boolean {
    return this.lacks(place, 'up') <= 0 && this.lacks(place, 'down') <= 0
  }
  /** How far from the true value it has still to be moved in this direction; 0: not at all. */
  lacks(place: number, direction: Direction): number {
    const { below, above, width } = this.#needs.get(place) as Need
    const [up, down] = [this.#reached(place, 'up'), this.#reached(place, 'down')]
    if (direction === 'down' && down < below) return below
    if (direction === 'up' && up < above) return above
    if (up + down >= width) return 0
    return direction === 'up' ? width - down : width - up
  }
  end(): void {
    this.#worlds.end()
  }
  /** Persons are whole: a reader who finds 1.4 to 3.2 knows that it is 2 or 3. */
  #reached(place: number, direction: Direction): number {
    const reached = this.#reach.get(place)?.[direction] ?? 0
    return this.#cell(place).measure.of === 'persons' ? Math.floor(reached + NOISE) : reached
  }
  #cell(place: number): LinkedCell {
    return this.linked.cells[place] as LinkedCell
  }
  #room(place: number): number {
    const { below, above, width } = this.#needs.get(place) as Need
    return Math.max(below, above, width)
  }
  #stretchAll(direction: Direction, isFree: (cell: LinkedCell) => boolean): void {
    this.#note(
      this.#worlds.cheapest((place) => {
        const cell = this.#cell(place)
        if (!isFree(cell)) return FIXED
        const wanted = this.#needs.has(place) && !this.isMet(place)
        return wanted ? only(cell, direction, this.#room(place), -1) : { ...wholePlay(cell), cost: 0 }
      }),
    )
  }
  #stretch(place: number, direction: Direction, room: number, priceOf: (cell: LinkedCell) => number | null): World {
    const world = this.#worlds.cheapest((other) => {
      const cell = this.#cell(other)
      if (other === place) return priceOf(cell) === null ? FIXED : only(cell, direction, room, -REWARD)
      const price = priceOf(cell)
      return price === null ? FIXED : { ...wholePlay(cell), cost: price }
    })
    this.#note(world)
    return world
  }
  #note(world: World): void {
    for (const [place, reach] of this.#reach) {
      const moved = world[place] ?? 0
      reach.up = Math.max(reach.up, moved)
      reach.down = Math.max(reach.down, -moved)
    }
  }
}

/** Whether a reader does not see this cell: it is withheld now, was before, or stands in no table. */
export const isUnseen = ({ standing, key }: LinkedCell, withheld: ReadonlySet<CellKey>): boolean =>
  standing === 'implied' || standing === 'withheld' || (standing === 'offered' && withheld.has(key))

const wholePlay = ({ value, lowest }: LinkedCell) => ({ up: Infinity, down: value - lowest })

const only = (cell: LinkedCell, direction: Direction, room: number, cost: number): Play => ({
  up: direction === 'up' ? room : 0,
  down: direction === 'down' ? Math.min(room, cell.value - cell.lowest) : 0,
  cost,
})
