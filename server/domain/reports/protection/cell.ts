import type { Brand } from '../../kernel/brand.ts'

/** Dimension → category. A dimension that is left out is summed over: `{}` is the total. */
export type Where = Readonly<Record<string, string>>

/**
 * What a cell counts. The same three in two tables, or in a table and a sentence, are one cell. `snapshot` is text that
 * sorts as time does: the day or instant at which the figures were taken and frozen.
 */
export interface CellRef {
  readonly measure: string
  readonly snapshot: string
  readonly where: Where
}

export type CellKey = Brand<string, 'CellKey'>

export const cellKey = ({ measure, snapshot, where }: CellRef): CellKey =>
  JSON.stringify([
    measure,
    snapshot,
    ...Object.entries(where).sort(([one], [other]) => (one < other ? -1 : 1)),
  ]) as CellKey

/** The cell one level up: without a condition on this dimension, or with a wider one. */
export function widened(where: Where, dimension: string, category: string | null): Where {
  const { [dimension]: _narrow, ...rest } = where
  return category === null ? rest : { ...rest, [dimension]: category }
}
