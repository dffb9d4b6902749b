import { readdirSync, readFileSync } from 'node:fs'
import { languages } from '../../server/domain/kernel/language.ts'
import { faultsOf } from './language-rules.ts'

/**
 * Labels wherever they stand (reference data, locales/<language>/labels.json): seven languages, each in its script, and
 * the termbase's word where the English is the termbase's.
 */
type Texts = Record<string, string>
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const terms = Map.groupBy((json('locales/terms.json') as { terms: Texts[] }).terms, ({ en }) => en?.toLowerCase())
const faults: string[] = []

function check(where: string, label: Texts): void {
  const english = label['en'] ?? ''
  const known = terms.get(english.toLowerCase())
  for (const language of languages) {
    const text = label[language] ?? ''
    for (const fault of faultsOf(language, text, english)) faults.push(`${where} ${language}: ${fault}`)
    if (known && !known.some((term) => term[language]?.toLowerCase() === text.toLowerCase()))
      faults.push(`${where} ${language}: “${text}” is not the termbase’s word for “${english}”`)
  }
}

function walk(where: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  if ('en' in value && 'km' in value) check(where, value as Texts)
  else for (const [key, inner] of Object.entries(value)) walk(`${where}.${key}`, inner)
}

const FOLDERS = [
  'agreements',
  'calendars',
  'codes',
  'consent-forms',
  'directory',
  'labels',
  'leaflets',
  'procedures',
  'questions',
]
for (const folder of FOLDERS)
  for (const file of readdirSync(`db/${folder}`)) walk(`db/${folder}/${file}`, json(`db/${folder}/${file}`))
const own = new Map(languages.map((language) => [language, json(`locales/${language}/labels.json`) as Texts]))
for (const key of Object.keys(own.get('en') ?? {}))
  check(
    `labels.json ${key}`,
    Object.fromEntries(languages.map((language) => [language, own.get(language)?.[key] ?? ''])),
  )

for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)
