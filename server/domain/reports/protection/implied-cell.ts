import type { Measure } from './count-table.ts'
import type { LinkedCell } from './linked-cells.ts'

/** A number that stands in no table and can still be reckoned, or is bounded by those that do. */
export const impliedCell = (
  measure: Measure,
  own: Pick<LinkedCell, 'key' | 'ref' | 'value' | 'lowest' | 'isNamed'>,
): LinkedCell => ({
  ...own,
  measure,
  unchangedAt: [],
  standing: 'implied',
  wasWithheld: false,
  isSensitive: false,
  contributions: null,
})
