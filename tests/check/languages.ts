import { readdirSync, readFileSync } from 'node:fs'
import { languages } from '../../server/domain/kernel/language.ts'
import { problemCodes } from '../../server/domain/kernel/problem-codes.ts'

/** Letters of each language's own script, and of the others that must not stand in it. */
const SCRIPTS = { km: 'Khmer', lo: 'Lao', my: 'Myanmar', th: 'Thai', zh: 'Han' } as const

const folder = new URL('../../locales/', import.meta.url)
const read = (language: string, file: string) =>
  JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')) as Record<string, string>
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name)
    .sort()
    .join()
const faults: string[] = []

for (const file of readdirSync(new URL('en/', folder))) {
  const english = read('en', file)
  for (const language of languages) {
    const own = read(language, file)
    for (const key of new Set([...Object.keys(english), ...Object.keys(own)])) {
      const [text, model] = [own[key], english[key]]
      const fault = (what: string) => faults.push(`${language}/${file} ${key}: ${what}`)
      if (!text?.trim() || !model) fault(text ? 'not in English' : 'missing')
      else check(language, text, model, fault)
    }
  }
}
for (const code of problemCodes)
  if (!read('en', 'problems.json')[code]) faults.push(`problems.json ${code}: no sentence`)

function check(language: string, text: string, model: string, fault: (what: string) => void): void {
  if (text !== text.normalize('NFC')) fault('not NFC')
  if (placeholders(text) !== placeholders(model)) fault('other placeholders than in English')
  if (language !== 'en' && text === model) fault('left in English')
  for (const [owner, script] of Object.entries(SCRIPTS))
    if (owner !== language && new RegExp(`\\p{Script=${script}}`, 'u').test(text)) fault(`letters of ${owner}`)
  const own = SCRIPTS[language as keyof typeof SCRIPTS]
  if (!own) return
  if (!new RegExp(`\\p{Script=${own}}`, 'u').test(text)) fault('no letter of its own script')
  // Placeholders and the names of inputs (idempotencyKey) are the same in every language.
  if (/[a-z]{4}/.test(text.replace(/\{\{\w+\}\}|\b[a-z]+[A-Z]\w*/g, ''))) fault('an English word')
}

if (faults.length > 0) console.error(faults.join('\n'))
console.log(`${faults.length} faults in ${languages.length} languages`)
process.exit(faults.length > 0 ? 1 : 0)
