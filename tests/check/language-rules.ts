import type { Language } from '../../server/domain/kernel/language.ts'

/** Letters of each language's own script; they must not stand in the others. */
const SCRIPTS = { km: 'Khmer', lo: 'Lao', my: 'Myanmar', th: 'Thai', zh: 'Han' } as const

/** A sentence that is only what is put into it: nothing of it is in any language. */
const onlyPlaceholders = (text: string) => /^(\{\{\w+\}\}\s*)+$/.test(text)

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name)
    .sort()
    .join()

/** What is wrong with a text beside its English: form, placeholders, script, English left in it. */
export function faultsOf(language: Language, text: string, english: string): string[] {
  const faults: string[] = []
  if (!text.trim()) return ['empty']
  if (text !== text.normalize('NFC')) faults.push('not NFC')
  if (placeholders(text) !== placeholders(english)) faults.push('other placeholders than in English')
  for (const [owner, script] of Object.entries(SCRIPTS))
    if (owner !== language && new RegExp(`\\p{Script=${script}}`, 'u').test(text)) faults.push(`letters of ${owner}`)
  const own = SCRIPTS[language as keyof typeof SCRIPTS]
  if (own && !onlyPlaceholders(english) && !new RegExp(`\\p{Script=${own}}`, 'u').test(text))
    faults.push('no letter of its own script')
  return faults
}

/** English left in a sentence: the whole of it, or a word. Placeholders and names of inputs (idempotencyKey) stay. */
export function englishLeft(language: Language, text: string, english: string): string[] {
  if (language === 'en' || onlyPlaceholders(english)) return []
  if (text === english) return ['left in English']
  const latin = language === 'vi'
  return !latin && /[a-z]{4}/.test(text.replace(/\{\{\w+\}\}|\b[a-z]+[A-Z]\w*/g, '')) ? ['an English word'] : []
}

interface Term {
  readonly en: string
  readonly avoid: Readonly<Partial<Record<Language, readonly string[]>>>
}

/** Words that the termbase says to avoid for a concept which the English names. */
export const avoidedWords = (terms: readonly Term[], language: Language, text: string, english: string): string[] =>
  terms
    .filter(({ en }) => new RegExp(`\\b${en.replace(/[()]/g, '\\\\$&')}\\b`, 'i').test(english))
    .flatMap(({ en, avoid }) => (avoid[language] ?? []).map((word) => [en, word] as const))
    .filter(([, word]) => text.toLowerCase().includes(word.toLowerCase()))
    .map(([en, word]) => `“${word}” must not stand for “${en}”`)
