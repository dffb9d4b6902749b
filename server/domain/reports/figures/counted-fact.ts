import type { Fact } from '../../statistics/fact.ts'

/** Facts that are alike in all that a report looks at, and how many there are. */
export type CountedFact = Pick<
  Fact,
  | 'name'
  | 'requestingCountry'
  | 'countryOfReturn'
  | 'quarter'
  | 'ageBand'
  | 'sex'
  | 'exploitation'
  | 'sector'
  | 'reason'
  | 'owedBy'
  | 'kept'
  | 'days'
> & { readonly count: number }
