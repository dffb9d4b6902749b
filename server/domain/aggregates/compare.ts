import type { Corridor, CountryCode } from '../kernel/country.ts'
import type { Figure, ImportHead } from './aggregate.ts'

/** A figure with the import it came with. */
export interface Aggregate extends Figure {
  /** Its place in the import, from 0. */
  readonly position: number
  readonly import: ImportHead
}

/** Two countries' figures for one corridor, side by side. */
export interface Comparison extends Corridor {
  readonly requesting: Aggregate | null
  readonly ofReturn: Aggregate | null
  /** The requesting country's figure less that of the country of return; null where one is missing. Never an average. */
  readonly difference: number | null
  readonly missing: readonly CountryCode[]
}

export function compare(corridor: Corridor, requesting: Aggregate | null, ofReturn: Aggregate | null): Comparison {
  const { requestingCountry, countryOfReturn } = corridor
  return {
    requestingCountry,
    countryOfReturn,
    requesting,
    ofReturn,
    difference: requesting && ofReturn ? requesting.total - ofReturn.total : null,
    missing: [...(requesting ? [] : [requestingCountry]), ...(ofReturn ? [] : [countryOfReturn])],
  }
}
