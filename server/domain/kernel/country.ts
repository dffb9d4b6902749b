/** The six COMMIT countries, in the order of the Joint Declaration of 2007, never sorted by a reader's alphabet. */
export const countryCodes = ['KH', 'CN', 'LA', 'MM', 'TH', 'VN'] as const
export type CountryCode = (typeof countryCodes)[number]

/** A directed corridor: where the person is, then where they return to. */
export interface Corridor {
  readonly requestingCountry: CountryCode
  readonly countryOfReturn: CountryCode
}

type MaybeCorridor = { readonly [K in keyof Corridor]: CountryCode | null }

export const sides = ['requesting', 'return'] as const
export type Side = (typeof sides)[number]

export const countryOf = (corridor: Corridor, side: Side): CountryCode =>
  side === 'requesting' ? corridor.requestingCountry : corridor.countryOfReturn

export function sideOf(corridor: Corridor, country: CountryCode | null): Side | null {
  if (country === corridor.requestingCountry) return 'requesting'
  return country === corridor.countryOfReturn ? 'return' : null
}

export const otherSide = (side: Side): Side => (side === 'requesting' ? 'return' : 'requesting')

/** Also of two that are of no corridor. */
export const sameCorridor = (one: MaybeCorridor, other: MaybeCorridor): boolean =>
  one.requestingCountry === other.requestingCountry && one.countryOfReturn === other.countryOfReturn
