import type { Fact } from '../../statistics/fact.ts'

/** What figures look at in a fact. */
export type FactColumn =
  | 'name'
  | 'requestingCountry'
  | 'countryOfReturn'
  | 'ageBand'
  | 'sex'
  | 'exploitation'
  | 'sector'
  | 'reason'
  | 'owedBy'
  | 'kept'
  | 'days'

/** Facts that are alike in the columns asked for, and how many there are; what was not asked for is left out. */
export type CountedFact = Partial<Pick<Fact, FactColumn>> & { readonly count: number }
