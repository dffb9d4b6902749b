import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from '../../server/domain/kernel/language.ts'
import { problemCodes } from '../../server/domain/kernel/problem-codes.ts'
import { avoidedWords, englishLeft, faultsOf } from './language-rules.ts'

/** Seven languages at once: the same files, keys and placeholders in each, in its own script, nothing left in English. */
const folder = process.argv[2] ?? 'locales'
const faults: string[] = []
const { terms } = JSON.parse(readFileSync(join(folder, 'terms.json'), 'utf8'))

function read(language: string, file: string): Record<string, string> {
  const path = join(folder, language, file)
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'))
  faults.push(`${language}/${file}: missing`)
  return {}
}

for (const file of readdirSync(join(folder, 'en'))) {
  const english = read('en', file)
  for (const language of languages) {
    const own = read(language, file)
    for (const key of new Set([...Object.keys(english), ...Object.keys(own)])) {
      const [text, model] = [own[key], english[key]]
      const found =
        text === undefined || model === undefined
          ? [text ? 'not in English' : 'missing']
          : [
              ...faultsOf(language, text, model),
              ...englishLeft(language, text, model),
              ...avoidedWords(terms, language, text, model),
            ]
      for (const fault of found) faults.push(`${language}/${file} ${key}: ${fault}`)
    }
  }
}
for (const file of ['problems.json', 'next.json'])
  for (const code of problemCodes) if (!read('en', file)[code]) faults.push(`${file} ${code}: no sentence`)

for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)
