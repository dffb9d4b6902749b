import { formalDay } from '../../locales/formal-date.ts'
import { say } from '../../locales/index.ts'
import type { Speaker } from '../../locales/show.ts'
import type { CountryCode } from '../domain/kernel/country.ts'
import { localDay } from '../domain/kernel/instant.ts'
import type { Language } from '../domain/kernel/language.ts'
import type { Letter, LetterText } from '../domain/letters/letter.ts'
import type { LetterFacts, Party } from '../domain/letters/letter-facts.ts'
import { calendarOf, type World } from '../domain/world.ts'
import { tableInWords } from './letter-tables.ts'
import { isAssumed, labelOfRow, valueOfRow, writtenFor } from './letter-words.ts'

/** What texts are made with: reference data, and whether everything in it is invented. */
export interface Setting {
  readonly world: World
  readonly fictitious: boolean
}

/** The two parties' languages, that of the requesting country first. */
export function languagesOf({ world }: Setting, facts: LetterFacts): Letter['languages'] {
  const [one, other] = [facts.requestingCountry, facts.countryOfReturn].map((country) => languageOf(world, country))
  return [one ?? 'en', other ?? 'en']
}

const languageOf = (world: World, country: CountryCode): Language => world.countries.get(country)?.languages[0] ?? 'en'

/** One letter, ready to print: in the two parties' languages side by side, or in those asked for. */
export const letterIn = (
  setting: Setting,
  facts: LetterFacts,
  languages: Letter['languages'] = languagesOf(setting, facts),
): Letter => ({
  languages,
  kind: facts.kind,
  reference: facts.reference,
  receipt: facts.journal,
  sides: languages.map((language) => textIn(setting, facts, language)),
})

/** The letter in one language. */
export function textIn({ world, fictitious }: Setting, facts: LetterFacts, language: Language): LetterText {
  const to = writtenFor(language)
  const day = localDay(facts.at, calendarOf(world, facts.from.country).offsetMinutes)
  const rows = facts.rows.map((row) => ({
    label: labelOfRow(world, to, row),
    value: valueOfRow(world, to, facts, row),
    assumed: isAssumed(world, row),
  }))
  return {
    language,
    fictitious: fictitious ? say(to, 'letters:fictitious') : null,
    title: say(to, `letters:title.${facts.kind}`),
    from: { label: say(to, 'letters:from'), lines: linesOf(world, language, facts.from) },
    to: { label: say(to, 'letters:to'), lines: linesOf(world, language, facts.to) },
    date: {
      label: say(to, 'letters:date'),
      lines: [formalDay(to, day, 'gregory'), formalDay(to, day, 'buddhist')],
    },
    referenceLabel: say(to, 'letters:reference'),
    receiptLabel: say(to, 'letters:receipt'),
    paragraphs: paragraphsOf(world, to, facts),
    rows,
    tables: facts.tables.map((table) => tableInWords(world, to, table)),
    closing: say(to, 'letters:closing'),
    signatures: (facts.bothSign ? [facts.from, facts.to] : [facts.from]).map((party) => ({
      label: say(to, 'letters:signature', { office: linesOf(world, language, party)[0] ?? '' }),
      sealLabel: say(to, 'letters:seal'),
    })),
    assumedNote: rows.some(({ assumed }) => assumed) ? say(to, 'letters:assumed') : null,
    page: say(to, 'letters:page'),
  }
}

/** An office and its country; the country alone where no office is known. */
function linesOf(world: World, language: Language, { office, country }: Party): readonly string[] {
  const name = office && world.offices.get(office)?.label[language]
  const land = world.countries.get(country)?.label[language] ?? country
  return name ? [name, land] : [land]
}

function paragraphsOf(world: World, to: Speaker, facts: LetterFacts): readonly string[] {
  const name = (country: CountryCode) => world.countries.get(country)?.label[to.language as Language] ?? country
  const countries = { requesting: name(facts.requestingCountry), return: name(facts.countryOfReturn) }
  return [
    say(to, `letters:body.${facts.kind}`, countries),
    ...(facts.partial ? [say(to, 'letters:partial')] : []),
    say(to, 'letters:statement'),
  ]
}
