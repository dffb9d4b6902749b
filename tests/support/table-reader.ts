import loadHighs, { type Highs, type Model } from 'highs'
import type { Where } from '../../server/domain/reports/protection/cell.ts'
import type { Dimension } from '../../server/domain/reports/protection/count-table.ts'
import type { ReleasableTable } from '../../server/domain/reports/protection/releasable-table.ts'
import { type Counted, isIn, typesOf } from './counted-world.ts'

const loading = (loadHighs as unknown as typeof loadHighs.default)()

/** What a reader looks at in a table. */
type Read = Pick<ReleasableTable, 'snapshot' | 'isWithheld' | 'cells'>

/** Numbers of persons to add and to take away: a cell, the rest of one, or the change between two snapshots. */
export type Sum = readonly { readonly snapshot: string; readonly where: Where; readonly sign: 1 | -1 }[]

/**
 * A reader with a linear programme of their own, who knows nothing but tables as they were handed out and what the README
 * of disclosure control says. It has no cells and no margins: its unknowns are how many there are of each kind of person.
 */
export class TableReader {
  readonly #model: Model
  readonly #columns: number
  readonly #optimal: number
  readonly #typesIn: (snapshot: string, where: Where) => readonly number[]
  private constructor(highs: Highs, dimensions: readonly Dimension[], tables: readonly Read[], grows: boolean) {
    const types = typesOf(dimensions)
    const snapshots = [...new Set(tables.map(({ snapshot }) => snapshot))].sort()
    this.#columns = types.length * snapshots.length
    this.#typesIn = (snapshot, where) =>
      placesOf(dimensions, types, where).map((place) => place + snapshots.indexOf(snapshot) * types.length)
    const most = tables.flatMap(({ cells }) => cells).reduce((sum, { count }) => sum + (count ?? 0), 1000)
    const sensitive = new Set(dimensions.filter((one) => one.sensitive).map(({ name }) => name))
    this.#optimal = highs.constants.modelStatus.optimal
    this.#model = highs.createModel()
    this.#model.options.set({ output_flag: false, presolve: 'off' })
    for (let column = 0; column < this.#columns; column += 1) this.#model.addVar(0, most)
    const row = (lower: number, upper: number, indices: readonly number[], values: readonly number[]) =>
      this.#model.addRow(lower, upper, { indices, values })
    for (const { snapshot, isWithheld, cells } of tables)
      for (const { where, count } of cells) {
        const inside = this.#typesIn(snapshot, where)
        // Nothing but what tells of a whole group on a sensitive dimension is withheld where it is zero.
        const least = isWithheld || Object.keys(where).some((name) => sensitive.has(name)) ? 0 : 1
        row(
          count ?? least,
          count ?? Infinity,
          inside,
          inside.map(() => 1),
        )
      }
    if (!grows) return
    // Of a figure that only grows, each kind only grows.
    for (let later = types.length; later < this.#columns; later += 1)
      row(0, Infinity, [later, later - types.length], [1, -1])
  }
  static async of(dimensions: readonly Dimension[], tables: readonly Read[], grows: boolean): Promise<TableReader> {
    return new TableReader(await loading, dimensions, tables, grows)
  }
  /** The least and the most that the sum can be, in whole persons. */
  rangeOf(sum: Sum): readonly [least: number, most: number] {
    const cost = new Float64Array(this.#columns)
    for (const { snapshot, where, sign } of sum)
      for (const column of this.#typesIn(snapshot, where)) cost[column] = (cost[column] ?? 0) + sign
    const least = this.#optimum(cost)
    const most = -this.#optimum(cost.map((one) => -one))
    return [Math.ceil(least - 1e-6), Math.floor(most + 1e-6)]
  }
  end(): void {
    this.#model.dispose()
  }
  #optimum(cost: Float64Array): number {
    this.#model.changeColsCost({ kind: 'range', from: 0, to: this.#columns - 1 }, cost)
    this.#model.run()
    if (this.#model.getModelStatus() !== this.#optimal) {
      // From where the last question ended HiGHS does not always find on (SEED=139970): then it begins anew.
      this.#model.setLogicalBasis()
      this.#model.run()
    }
    const status = this.#model.getModelStatus()
    if (status !== this.#optimal) throw new Error(`no world fits these tables: HiGHS ended with status ${status}`)
    return this.#model.getObjectiveValue()
  }
}

const placesOf = (dimensions: readonly Dimension[], types: readonly Counted[], where: Where): readonly number[] =>
  [...types.keys()].filter((place) => isIn(dimensions, types[place] as Counted, where))
