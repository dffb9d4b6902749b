import type { SafeText } from '../confidentiality/safe-text.ts'
import { type CountryCode, sameCorridor } from '../kernel/country.ts'
import type { Code, OfficeId } from '../kernel/ids.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Period } from './period.ts'

/** What a figure counts: an indicator in a period, of the whole country or of one corridor. */
export interface Scope extends Period {
  readonly indicator: Code
  /** Both or neither; one of them is the country that reports. */
  readonly requestingCountry: CountryCode | null
  readonly countryOfReturn: CountryCode | null
}

/** One number of a breakdown; what it does not name it counts together. */
export interface Part {
  readonly sex: Code | null
  /** A band, child or adult, or not stated. */
  readonly age: Code | null
  readonly exploitation: Code | null
  readonly value: number
}

/** A figure as it was sent. */
export interface GivenFigure extends Scope {
  readonly total: number | null
  readonly parts: readonly Part[]
}

/** A figure as it is kept: there is always a total. */
export interface Figure extends Scope {
  readonly total: number
  /** The country gave parts only; the total is their sum. */
  readonly derived: boolean
  readonly parts: readonly Part[]
}

/** One country's own figures, with what it says about how it counted. */
export interface AggregateImport {
  readonly country: CountryCode
  /** Imports of a country are numbered from 1: of two at one moment the second is decided again. */
  readonly number: number
  readonly definition: SafeText
  readonly coverage: SafeText
  readonly source: SafeText
  readonly sourceDay: Day
  /** Earlier imports that it takes the place of, whole. */
  readonly replaces: readonly string[]
  readonly office: OfficeId
  readonly importedAt: Instant
  readonly figures: readonly Figure[]
}

/** The import that a figure came with. */
export interface ImportHead extends Omit<AggregateImport, 'figures'> {
  readonly id: string
  /** The import that took its place; null while it is current. */
  readonly replacedBy: string | null
}

/** What a country has reported so far, as far as an import can touch it. */
export interface Reported {
  /** How many imports it has made. */
  readonly count: number
  /** The imports that the new one wants to replace, where they are its own. */
  readonly named: readonly ImportHead[]
  /** Figures of current imports in the same years. */
  readonly current: readonly (Scope & { readonly import: ImportHead })[]
}

/** Whether two figures count the same thing, in whatever period. */
export const sameCount = (one: Scope, other: Scope): boolean =>
  one.indicator === other.indicator && sameCorridor(one, other)
