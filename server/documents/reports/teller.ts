import { type SentenceKey, say } from '../../../locales/index.ts'
import { type Speaker, showInstant, showList } from '../../../locales/show.ts'
import type { Corridor, CountryCode } from '../../domain/kernel/country.ts'
import type { Code } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/instant.ts'
import type { Language } from '../../domain/kernel/language.ts'
import type { ReportContent } from '../../domain/reports/report.ts'
import { writtenFor } from '../letter-words.ts'
import type { NamedWorld } from './named-world.ts'

/** What texts are made with: reference data. Whether everything is invented, the content of a report says itself. */
export interface Setting {
  readonly world: NamedWorld
}

/** Whoever tells in one language. */
export interface Teller extends Setting {
  readonly to: Speaker
  readonly language: Language
}

/** One report, told in one language. */
export interface Telling extends Teller {
  readonly content: ReportContent
}

export const tellerIn = ({ world }: Setting, language: Language): Teller => ({
  world,
  to: writtenFor(language),
  language,
})

export const tellingIn = (setting: Setting, content: ReportContent, language: Language): Telling => ({
  ...tellerIn(setting, language),
  content,
})

/** A sentence with Latin digits, also in Burmese: a report is full of figures, and each is found again in its table. */
export const tell = ({ to }: Teller, key: SentenceKey, facts?: Readonly<Record<string, string>>): string =>
  withLatinDigits(say(to, key, facts))

/** An instant of UTC, the same moment for all six countries. */
export const instantInWords = ({ to }: Teller, at: Instant): string => withLatinDigits(showInstant(to, at))

const withLatinDigits = (text: string): string =>
  text.replace(/[၀-၉]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x1040))

export const countryName = ({ world, language }: Teller, country: CountryCode): string =>
  world.countries.get(country)?.label[language] ?? country

export const countryNames = (telling: Teller, countries: readonly CountryCode[]): string =>
  showList(
    telling.to,
    countries.map((country) => countryName(telling, country)),
  )

/** One direction of a corridor: where persons are, then where they return to. */
export const directionName = (telling: Teller, { requestingCountry, countryOfReturn }: Corridor): string =>
  tell(telling, 'labels:corridor', {
    from: countryName(telling, requestingCountry),
    to: countryName(telling, countryOfReturn),
  })

export const codeName = ({ world, language }: Teller, list: string, code: string): string =>
  world.codes.get(list)?.get(code as Code)?.label[language] ?? code

/** A label where it stands as a heading. */
export const asHeading = (label: string): string => label.charAt(0).toLocaleUpperCase('en') + label.slice(1)
