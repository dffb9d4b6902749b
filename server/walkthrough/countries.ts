import type { CountryCode } from '../domain/kernel/country.ts'
import type { Language } from '../domain/kernel/language.ts'
import type { Client } from './client.ts'

/** A country as its own officers know it: their language, their clock, what they call the six countries. */
export interface OwnCountry {
  readonly language: Language
  readonly offsetMinutes: number
  readonly names: ReadonlyMap<CountryCode, string>
}

const WHO = '{ viewer { language country { offsetMinutes } } countries { code name } }'

interface Who {
  readonly viewer: { readonly language: Language; readonly country: { readonly offsetMinutes: number } }
  readonly countries: readonly { readonly code: CountryCode; readonly name: string }[]
}

/** Asked once for each country. */
export class Countries {
  readonly #client: Client
  readonly #known = new Map<CountryCode, Promise<OwnCountry>>()
  constructor(client: Client) {
    this.#client = client
  }
  of(country: CountryCode): Promise<OwnCountry> {
    const known = this.#known.get(country) ?? this.#ask(country)
    this.#known.set(country, known)
    return known
  }
  async #ask(country: CountryCode): Promise<OwnCountry> {
    const { viewer, countries } = await this.#client.ask<Who>(`${country.toLowerCase()}-focal`, WHO)
    const names = new Map(countries.map(({ code, name }) => [code, name]))
    return { language: viewer.language, offsetMinutes: viewer.country.offsetMinutes, names }
  }
}
