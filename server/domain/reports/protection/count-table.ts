import { type CellKey, type CellRef, cellKey, type Where, widened } from './cell.ts'

/** A property by which tables are divided. Its name and codes mean the same in every table and every release. */
export interface Dimension {
  readonly name: string
  /** Every category of the top level: each person falls into exactly one, or with `overlapping` into any number. */
  readonly categories: readonly string[]
  /** Finer categories and the one they are part of: `2026-Q1` → `2026`. They are exhaustive too. */
  readonly within?: Readonly<Record<string, string>>
  readonly overlapping?: boolean
  /** Dimensions with the same codes of which nobody has the same one: who asks for a return and who owes an answer. */
  readonly apartFrom?: readonly string[]
  /** Whether it would harm a person that a reader learns it of all persons of a group (exploitation: yes; quarter: no). */
  readonly sensitive: boolean
}

/** What is counted. */
export interface Measure {
  readonly name: string
  /** `persons` are whole numbers under the threshold rule; `amounts` (money, days) only under the dominance rule. */
  readonly of: 'persons' | 'amounts'
  /** Whether a later snapshot of a cell can only be larger. */
  readonly cumulative: boolean
}

export interface CountedCell {
  readonly where: Where
  readonly count: number
  /** What each contributor (country, office) adds to the count, where the dominance rule applies. */
  readonly contributions?: readonly number[]
}

/** A cell for every combination of categories shown and for every margin: totals are cells. */
export interface CountTable {
  readonly id: string
  readonly measure: Measure
  readonly snapshot: string
  /** The names by which this table is divided. A condition on another dimension is the same in all its cells. */
  readonly dimensions: readonly string[]
  readonly cells: readonly CountedCell[]
  /** Later snapshots at which readers know that nothing in it had changed. */
  readonly unchangedAt?: readonly string[]
  /** Cells without which this table is not worth releasing: never withheld, rather the whole is refused. */
  readonly keep?: readonly Where[]
}

export const refOf = ({ measure, snapshot }: CountTable, where: Where): CellRef => ({
  measure: measure.name,
  snapshot,
  where,
})

export const keysOf = (table: CountTable): readonly CellKey[] =>
  table.cells.map(({ where }) => cellKey(refOf(table, where)))

/** Throws where a table is not one: a margin is missing, a cell is there twice, a count cannot be. */
export function checkTable(table: CountTable): void {
  const keys = new Set(keysOf(table))
  if (keys.size !== table.cells.length) throw new Error(`table ${table.id}: a cell is there twice`)
  for (const { where, count } of table.cells) {
    const whole = table.measure.of === 'amounts' || Number.isInteger(count)
    if (!(count >= 0 && whole)) throw new Error(`table ${table.id}: ${JSON.stringify(where)} counts ${count}`)
    for (const dimension of table.dimensions) {
      const margin = widened(where, dimension, null)
      if (!keys.has(cellKey(refOf(table, margin))))
        throw new Error(`table ${table.id}: the margin ${JSON.stringify(margin)} is missing`)
    }
  }
}

/** `n of N` as a table: N, n and N − n are cells. For shares, and for the answered of those asked beside a median. */
export function shareTable(
  table: Omit<CountTable, 'dimensions' | 'cells' | 'keep'>,
  whole: CountedCell,
  dimension: string,
  [part, rest]: readonly [part: string, rest: string],
  count: number,
): CountTable {
  const { where } = whole
  return {
    ...table,
    dimensions: [dimension],
    cells: [
      whole,
      { where: { ...where, [dimension]: part }, count },
      { where: { ...where, [dimension]: rest }, count: whole.count - count },
    ],
  }
}
