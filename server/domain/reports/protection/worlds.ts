import type { LinearSolver, Programme } from './linear-solver.ts'
import type { LinkedCells } from './linked-cells.ts'

/** How far a cell may lie from its true value in either direction, and what each unit of it costs. */
export interface Play {
  readonly up: number
  readonly down: number
  readonly cost: number
}

/** By how much each cell that differs, by its place, differs from its true value in one world that fits. */
export type World = ReadonlyMap<number, number>

/** Below this the solver’s answer is taken for nothing. */
const NOISE = 1e-6

/**
 * The worlds that fit all equations, each as its difference from the true one: so every equation adds up to nothing, and
 * no difference at all always fits. A cell that can move has two columns, one upwards and one downwards.
 */
export class Worlds {
  readonly #movable: readonly number[]
  readonly #programme: Programme
  constructor({ lines }: LinkedCells, movable: readonly number[], solver: LinearSolver) {
    this.#movable = movable
    const columns = new Map(movable.map((place, index) => [place, index * 2]))
    const factors = (place: number, sign: number): readonly (readonly [number, number])[] => {
      const column = columns.get(place)
      return column === undefined ? [] : [[column, sign] as const, [column + 1, -sign] as const]
    }
    const rows = lines.map(({ total, parts }) => [...factors(total, -1), ...parts.flatMap((part) => factors(part, 1))])
    this.#programme = solver({ columns: movable.length * 2, rows: rows.filter((row) => row.length > 0) })
  }
  cheapest(playOf: (place: number) => Play): World {
    const cost = new Float64Array(this.#movable.length * 2)
    const upper = new Float64Array(this.#movable.length * 2)
    for (const [index, place] of this.#movable.entries()) {
      const play = playOf(place)
      cost.fill(play.cost, index * 2, index * 2 + 2)
      upper[index * 2] = play.up
      upper[index * 2 + 1] = play.down
    }
    const columns = this.#programme.minimise({ cost, upper })
    const world = new Map<number, number>()
    for (const [index, place] of this.#movable.entries()) {
      const moved = (columns[index * 2] ?? 0) - (columns[index * 2 + 1] ?? 0)
      if (Math.abs(moved) > NOISE) world.set(place, moved)
    }
    return world
  }
  end(): void {
    this.#programme.end()
  }
}
