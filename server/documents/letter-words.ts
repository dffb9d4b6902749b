import { dayInBoth } from '../../locales/formal-date.ts'
import { say } from '../../locales/index.ts'
import { type Speaker, showList, showNumber, withTime } from '../../locales/show.ts'
import type { Corridor } from '../domain/kernel/country.ts'
import type { Code } from '../domain/kernel/ids.ts'
import { type Instant, localDay } from '../domain/kernel/instant.ts'
import type { Language } from '../domain/kernel/language.ts'
import type { LetterFacts, LetterRow } from '../domain/letters/letter-facts.ts'
import { calendarOf, type World } from '../domain/world.ts'

/** Whom a letter is written for. The time of a reader far away says nothing: each instant is on the clocks of its countries. */
export const writtenFor = (language: Language): Speaker => ({ language, offsetMinutes: 0 })

const codeInWords = (world: World, to: Speaker, list: string, code: string): string =>
  world.codes.get(list)?.get(code as Code)?.label[to.language as Language] ?? code

/** The purposes of the list by the names of a consent's fields. */
const PURPOSES: Readonly<Record<string, string>> = {
  share: 'share-with-country-of-return',
  return: 'return',
  traceFamily: 'trace-family',
  followUp: 'follow-up',
}

/** What a row is called: as its code list is, or by a word of its own. */
export function labelOfRow(world: World, to: Speaker, { name, value }: LetterRow): string {
  const [where, field = where ?? ''] = name.split('.')
  if (where === 'consent') {
    const purpose = codeInWords(world, to, 'consent-purpose', PURPOSES[field] ?? field)
    return say(to, 'letters:field.consent', { purpose })
  }
  if (value.kind === 'codes') return world.codeLists.get(value.list)?.label[to.language as Language] ?? field
  return say(to, `letters:field.${field as 'note'}`)
}

/** What stands in a row. */
export function valueOfRow(world: World, to: Speaker, facts: LetterFacts, { value }: LetterRow): string {
  const language = to.language as Language
  switch (value.kind) {
    case 'codes':
      return value.codes.length === 0
        ? say(to, 'letters:none')
        : showList(
            to,
            value.codes.map((code) => codeInWords(world, to, value.list, code)),
          )
    case 'flag':
      return say(to, value.yes ? 'walkthrough:answer.yes' : 'walkthrough:answer.no')
    case 'instant':
      return onBothClocks(world, to, facts, value.at)
    case 'count':
      return showNumber(to, value.count)
    case 'country':
      return world.countries.get(value.country)?.label[language] ?? value.country
    case 'crossing':
      return world.crossings.get(value.crossing)?.label[language] ?? value.crossing
    case 'procedure':
      return value.procedure.label[language]
    case 'note':
      return value.text
  }
}

/** Whether a row rests on what this service assumes: where two posts meet, and by which procedure. */
export const isAssumed = (world: World, { value }: LetterRow): boolean =>
  value.kind === 'procedure'
    ? value.procedure.basis.status === 'assumed'
    : value.kind === 'crossing' && world.crossings.get(value.crossing)?.basis.status === 'assumed'

/** An instant in both calendars, with the time and zone of both countries; once where their clocks are alike. */
function onBothClocks(world: World, to: Speaker, { requestingCountry, countryOfReturn }: Corridor, at: Instant) {
  const [first, second] = [requestingCountry, countryOfReturn].map((country) => {
    const { offsetMinutes } = calendarOf(world, country)
    return withTime({ ...to, offsetMinutes }, dayInBoth(to, localDay(at, offsetMinutes)), at)
  })
  return first === second ? (first ?? '') : say(to, 'timeline:when', { first, second })
}
