import { countryCodes } from '../../kernel/country.ts'
import { NOT_STATED } from '../../statistics/fact.ts'
import type { CountedFact, FactColumn } from './counted-fact.ts'
import type { Divided } from './cube.ts'

/** A dimension of facts. */
export interface FactDimension extends Divided<CountedFact> {
  /** What of a fact it looks at. */
  readonly columns: readonly FactColumn[]
}

const one = (
  name: string,
  columns: readonly FactColumn[],
  categories: readonly string[],
  categoryOf: (fact: CountedFact) => string | null | undefined,
  sensitive = false,
): FactDimension => ({
  name,
  columns,
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
  readonly refusalReason: readonly string[]
  readonly disputeSubject: readonly string[]
  readonly service: readonly string[]
  /** Age bands under eighteen. */
  readonly minors: ReadonlySet<string>
}

const countries = (
  name: string,
  columns: readonly FactColumn[],
  countryOf: (fact: CountedFact) => string | null | undefined,
): FactDimension => ({
  name,
  columns,
  categories: countryCodes,
  sensitive: false,
  categoriesOf: (fact) => {
    const country = countryOf(fact)
    if (!country) throw new Error(`a fact without ${name}`)
    return [country]
  },
})

/** What figures are divided by. Sensitive: it would harm a person that a reader learns it of all of a group. */
export const figureDimensions = (codes: FigureCodes) => ({
  requestingCountry: {
    ...countries('requestingCountry', ['requestingCountry'], (fact) => fact.requestingCountry),
    apartFrom: ['owedBy', 'countryOfReturn'],
  } satisfies FactDimension,
  countryOfReturn: countries('countryOfReturn', ['countryOfReturn'], (fact) => fact.countryOfReturn),
  // What nobody in particular owed is the requesting country’s.
  owedBy: countries('owedBy', ['owedBy', 'requestingCountry'], (fact) => fact.owedBy ?? fact.requestingCountry),
  sex: one('sex', ['sex'], codes.sex, ({ sex }) => sex),
  age: one('age', ['ageBand'], ['minor', 'adult'], ({ ageBand = NOT_STATED }) =>
    ageBand === NOT_STATED ? null : codes.minors.has(ageBand) ? 'minor' : 'adult',
  ),
  sector: one('sector', ['sector'], codes.sector, ({ sector }) => sector, true),
  exploitation: {
    name: 'exploitation',
    columns: ['exploitation'],
    categories: [...codes.exploitation, NOT_STATED],
    sensitive: true,
    overlapping: true,
    categoriesOf: ({ exploitation = [] }: CountedFact) => (exploitation.length > 0 ? exploitation : [NOT_STATED]),
  } satisfies FactDimension,
  holdReason: one('holdReason', ['reason'], codes.holdReason, ({ reason }) => reason),
  refusalReason: one('refusalReason', ['reason'], codes.refusalReason, ({ reason }) => reason, true),
  disputeSubject: one('disputeSubject', ['reason'], codes.disputeSubject, ({ reason }) => reason),
  service: one('service', ['name'], codes.service, ({ name }) => name),
  inTime: one('inTime', ['kept'], ['in-time', 'late'], ({ kept = null }) =>
    kept === null ? null : kept ? 'in-time' : 'late',
  ),
})
export type FigureDimensions = ReturnType<typeof figureDimensions>
