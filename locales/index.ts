import { readdirSync, readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import type access from './en/access.json'
import type deadlines from './en/deadlines.json'
import type errors from './en/errors.json'
import type guard from './en/guard.json'
import type labels from './en/labels.json'
import type letters from './en/letters.json'
import type next from './en/next.json'
import type problems from './en/problems.json'
import type report from './en/report.json'
import type sheet from './en/sheet.json'
import type timeline from './en/timeline.json'
import type walkthrough from './en/walkthrough.json'
import type workbook from './en/workbook.json'
import { type Speaker, show } from './show.ts'

/** A sentence by file and key: a key that English lacks does not compile, one that another language lacks fails the check. */
export type SentenceKey =
  | `access:${keyof typeof access}`
  | `deadlines:${keyof typeof deadlines}`
  | `errors:${keyof typeof errors}`
  | `guard:${keyof typeof guard}`
  | `labels:${keyof typeof labels}`
  | `letters:${keyof typeof letters}`
  | `next:${keyof typeof next}`
  | `problems:${keyof typeof problems}`
  | `report:${keyof typeof report}`
  | `sheet:${keyof typeof sheet}`
  | `timeline:${keyof typeof timeline}`
  | `walkthrough:${keyof typeof walkthrough}`
  | `workbook:${keyof typeof workbook}`

const languages = ['en', 'km', 'lo', 'my', 'th', 'vi', 'zh']
const files = (language: string) => readdirSync(new URL(`${language}/`, import.meta.url))
const read = (language: string, file: string) =>
  JSON.parse(readFileSync(new URL(`${language}/${file}`, import.meta.url), 'utf8')) as object

const i18n = createInstance({
  resources: Object.fromEntries(
    languages.map((language) => [
      language,
      Object.fromEntries(files(language).map((file) => [file.replace('.json', ''), read(language, file)])),
    ]),
  ),
  initAsync: false,
  // A missing sentence is a fault that the check finds, never silently English.
  fallbackLng: false,
  keySeparator: false,
  interpolation: { escapeValue: false },
})
void i18n.init()

/**
 * Says a sentence. Facts are shown as the language writes them: numbers and digits, days (`2026-03-02`) and instants
 * (`2026-03-02T02:00:00.000Z`, in the zone of the reader) in full.
 */
export function say(to: Speaker, key: SentenceKey, facts?: Readonly<Record<string, unknown>>): string {
  if (facts) return i18n.t(key, { lng: to.language, ...show(to, facts) })
  const known = plain.get(`${to.language}:${key}`)
  if (known !== undefined) return known
  const said = i18n.t(key, { lng: to.language })
  plain.set(`${to.language}:${key}`, said)
  return said
}

/** Labels and other sentences without facts are always the same. */
const plain = new Map<string, string>()
