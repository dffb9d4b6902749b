import type { LinkedCells } from './linked-cells.ts'
import type { Need } from './sensitivity.ts'
import type { World } from './worlds.ts'

export type Direction = 'up' | 'down'
export const directions: readonly Direction[] = ['up', 'down']

/** The solver’s answers are exact to a ten-millionth; a whole number is taken for one. */
const NOISE = 1e-6

/**
 * How far each sensitive cell was seen to move from its true value in worlds that fit what is shown. A world stays
 * possible whatever else is withheld, so what was seen once need not be asked again.
 */
export class Reach {
  readonly #cells: LinkedCells['cells']
  readonly #needs: ReadonlyMap<number, Need>
  readonly #seen: ReadonlyMap<number, Record<Direction, number>>
  constructor({ cells }: LinkedCells, needs: ReadonlyMap<number, Need>) {
    this.#cells = cells
    this.#needs = needs
    this.#seen = new Map([...needs.keys()].map((place) => [place, { up: 0, down: 0 }]))
  }
  note(world: World): void {
    for (const [place, moved] of world) {
      const seen = this.#seen.get(place)
      if (!seen) continue
      seen.up = Math.max(seen.up, moved)
      seen.down = Math.max(seen.down, -moved)
    }
  }
  /** Sensitive cells that were not yet seen to move as far as they need. */
  unmet(): readonly number[] {
    return [...this.#needs.keys()].filter((place) => !this.isMet(place))
  }
  isMet(place: number): boolean {
    return directions.every((direction) => this.lacks(place, direction) === 0)
  }
  /** How far from the true value the cell has to be moved in this direction, all in all; 0: no further. */
  lacks(place: number, direction: Direction): number {
    const { below, above, width } = this.#needs.get(place) as Need
    const own = direction === 'up' ? above : below
    const [here, there] = [this.#moved(place, direction), this.#moved(place, direction === 'up' ? 'down' : 'up')]
    if (here < own) return own
    return here + there < width ? width - there : 0
  }
  /** The farthest that the cell may ever have to be moved. */
  room(place: number): number {
    const { below, above, width } = this.#needs.get(place) as Need
    return Math.max(below, above, width)
  }
  /** Persons are whole: a reader who finds 1.4 to 3.2 knows that it is 2 or 3. */
  #moved(place: number, direction: Direction): number {
    const moved = this.#seen.get(place)?.[direction] ?? 0
    return this.#cells[place]?.measure.of === 'persons' ? Math.floor(moved + NOISE) : moved + NOISE
  }
}
