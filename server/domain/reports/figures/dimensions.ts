import { countryCodes } from '../../kernel/country.ts'
import { NOT_STATED } from '../../statistics/fact.ts'
import type { CountedFact } from './counted-fact.ts'
import type { FactDimension } from './cube.ts'

const one = (
  name: string,
  categories: readonly string[],
  categoryOf: (fact: CountedFact) => string | null,
  sensitive = false,
): FactDimension => ({
  name,
  categories: [...categories, NOT_STATED].filter((code, place, all) => all.indexOf(code) === place),
  sensitive,
  // A code that its list has lost since is not shown under another name.
  categoriesOf: (fact) => [categories.find((code) => code === categoryOf(fact)) ?? NOT_STATED],
})

/** Codes of the lists that figures are divided by, in the order in which they are shown. */
export interface FigureCodes {
  readonly sex: readonly string[]
  readonly exploitation: readonly string[]
  readonly sector: readonly string[]
  readonly holdReason: readonly string[]
  /** Age bands under eighteen. */
  readonly minors: ReadonlySet<string>
}

const countries = (name: string, countryOf: (fact: CountedFact) => string): FactDimension => ({
  name,
  categories: countryCodes,
  sensitive: false,
  categoriesOf: (fact) => [countryOf(fact)],
})

/** What figures are divided by. Sensitive: it would harm a person that a reader learns it of all of a group. */
export const figureDimensions = (codes: FigureCodes) => ({
  requestingCountry: countries('requestingCountry', (fact) => fact.requestingCountry),
  countryOfReturn: countries('countryOfReturn', (fact) => fact.countryOfReturn),
  owedBy: countries('owedBy', (fact) => fact.owedBy ?? fact.requestingCountry),
  sex: one('sex', codes.sex, ({ sex }) => sex),
  age: one('age', ['minor', 'adult'], ({ ageBand }) =>
    ageBand === NOT_STATED ? null : codes.minors.has(ageBand) ? 'minor' : 'adult',
  ),
  sector: one('sector', codes.sector, ({ sector }) => sector, true),
  exploitation: {
    name: 'exploitation',
    categories: [...codes.exploitation, NOT_STATED],
    sensitive: true,
    overlapping: true,
    categoriesOf: ({ exploitation }: CountedFact) => (exploitation.length > 0 ? exploitation : [NOT_STATED]),
  } satisfies FactDimension,
  holdReason: one('holdReason', codes.holdReason, ({ reason }) => reason),
  inTime: one('inTime', ['in-time', 'late'], ({ kept }) => (kept === null ? null : kept ? 'in-time' : 'late')),
})
export type FigureDimensions = ReturnType<typeof figureDimensions>
