import { readFileSync } from 'node:fs'
import { type Language, languages } from '../../server/domain/kernel/language.ts'

const terms: readonly Readonly<Record<string, string>>[] = JSON.parse(readFileSync('locales/terms.json', 'utf8')).terms
/** The word of the termbase. */
export const term = (language: Language, key: string): string =>
  terms.find((one) => one['key'] === key)?.[language] ?? ''
/** The six areas of 2007, as terms. */
export const areas = terms.flatMap(({ key }) => (key?.startsWith('area-') ? [key] : []))

/** Sentences of the service without facts in them, in no sensible order: the same place is the same sentence in each language. */
const sentences = Object.fromEntries(
  languages.map((language) => [
    language,
    ['problems', 'next']
      .flatMap((file): readonly string[] =>
        Object.values(JSON.parse(readFileSync(`locales/${language}/${file}.json`, 'utf8'))),
      )
      .filter((one) => !one.includes('{{')),
  ]),
)
export const sentence = (language: Language, place: number): string => {
  const all = sentences[language] ?? []
  return all[place % all.length] ?? ''
}

export const paragraph = (language: Language, place: number): string =>
  [0, 40, 80, 120, 160].map((further) => sentence(language, place + further)).join(language === 'zh' ? '' : ' ')
