import type { Language } from '../../domain/kernel/language.ts'
import { type Wording, wordedFor } from '../../domain/kernel/wording.ts'
import type { PrintedItem } from '../../domain/reports/printed/printed-report.ts'
import { codeName, type Telling, tell } from './teller.ts'

/** What a country wrote, as an item of a list: in the reader's language, else as it was written, which is said. */
export function itemOf(telling: Telling, wording: Wording, number: string | null = null): PrintedItem {
  const { language, text } = wordedFor(wording, telling.language)
  const foreign = language === telling.language ? null : { language, note: foreignNote(telling, language) }
  return { number, text, foreign }
}

/** A sentence of the service itself, as an item of a list. */
export const ownItem = (text: string, number: string | null = null): PrintedItem => ({ number, text, foreign: null })

/** What a country wrote, inside a cell or a line: another language is named behind it. */
export function inlineOf(telling: Telling, wording: Wording): string {
  const { language, text } = wordedFor(wording, telling.language)
  return language === telling.language ? text : `${text} [${foreignNote(telling, language)}]`
}

const foreignNote = (telling: Telling, language: Language): string =>
  tell(telling, 'report:foreign', { language: codeName(telling, 'language', language) })
