import type { LinearSolver, Programme } from './linear-solver.ts'
import type { LinkedCells } from './linked-cells.ts'

/** How far a cell may lie from its true value in either direction, and what each unit of it costs. */
export interface Play {
  readonly up: number
  readonly down: number
  readonly cost: number
}

/** By how much each cell, by its place, differs from its true value in one world that fits. */
export type World = Float64Array

/**
 * The worlds that fit all equations, each as its difference from the true one: so every equation adds up to nothing, and
 * no difference at all always fits. A cell has two columns, one upwards and one downwards.
 */
export class Worlds {
  readonly #size: number
  readonly #open: () => Programme
  #programme: Programme | null = null
  constructor({ cells, lines }: LinkedCells, solver: LinearSolver) {
    this.#size = cells.length
    this.#open = () =>
      solver({
        columns: cells.length * 2,
        rows: lines.map(({ total, parts }) => [
          ...columnsOf(total, -1),
          ...parts.flatMap((part) => columnsOf(part, 1)),
        ]),
      })
  }
  cheapest(playOf: (place: number) => Play): World {
    const cost = new Float64Array(this.#size * 2)
    const upper = new Float64Array(this.#size * 2)
    for (let place = 0; place < this.#size; place += 1) {
      const play = playOf(place)
      cost.fill(play.cost, place * 2, place * 2 + 2)
      upper[place * 2] = play.up
      upper[place * 2 + 1] = play.down
    }
    this.#programme ??= this.#open()
    const columns = this.#programme.minimise({ cost, upper })
    return columns.filter((_, column) => column % 2 === 0).map((up, place) => up - (columns[place * 2 + 1] ?? 0))
  }
  end(): void {
    this.#programme?.end()
  }
}

const columnsOf = (place: number, sign: number): readonly (readonly [number, number])[] => [
  [place * 2, sign],
  [place * 2 + 1, -sign],
]
