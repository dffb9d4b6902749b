import { describe, expect, test } from 'vitest'
import { guardTools } from '../../server/adapters/guard-tools.ts'
import { type GuardRule, guardRules } from '../../server/domain/confidentiality/finding.ts'
import { guard } from '../../server/domain/confidentiality/guard.ts'
import { languages } from '../../server/domain/kernel/language.ts'
import { corpus, type Sentence } from '../support/guard-corpus.ts'

/** Kinds that are told by their form; the others need the words around them. */
const NEEDS_WORDS: ReadonlySet<GuardRule> = new Set([
  'spelled-number',
  'birth-date',
  'plate',
  'messenger-account',
  'address',
  'name',
])

const isRefused = ({ text, encoding }: Sentence): boolean =>
  guard(text, encoding ?? 'UNICODE', guardTools).kind === 'identity'
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)

const judged = corpus.map((sentence) => ({ ...sentence, refused: isRefused(sentence) }))
const identifying = judged.filter(({ rule }) => rule !== null)
const harmless = judged.filter(({ rule }) => rule === null)
const recall = (of: typeof judged): number => share(of.filter(({ refused }) => refused).length, of.length)

/** `found/all` of one kind in one language, or of the harmless ones that were refused. */
function cell(language: string, rule: GuardRule | null): string {
  const of = judged.filter((one) => one.language === language && one.rule === rule)
  return of.length === 0 ? '' : `${of.filter(({ refused }) => refused).length}/${of.length}`
}

describe('the labelled corpus', () => {
  test('is large, in seven languages, of all kinds, half of it harmless, and without a sentence twice', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(1200)
    expect(harmless.length / corpus.length).toBeGreaterThan(0.4)
    expect(new Set(corpus.map(({ text }) => text)).size).toBe(corpus.length)
    for (const language of languages)
      for (const rule of guardRules)
        expect(
          corpus.some((one) => one.language === language && one.rule === rule),
          `${language} ${rule}`,
        ).toBe(true)
  })

  test('recall and precision, by language and kind', () => {
    const rows = [...guardRules, null].map((rule) => [
      rule ?? 'harmless, refused',
      Object.fromEntries(languages.map((language) => [language, cell(language, rule)])),
    ])
    console.table(Object.fromEntries(rows))
    const refused = judged.filter((one) => one.refused).length
    const precision = share(identifying.filter((one) => one.refused).length, refused)
    const plain = recall(identifying.filter(({ rule }) => rule && !NEEDS_WORDS.has(rule)))
    console.info(
      `recall ${recall(identifying).toFixed(3)}, plain kinds ${plain.toFixed(3)}, precision ${precision.toFixed(3)}`,
    )
    expect(plain).toBeGreaterThanOrEqual(0.99)
    expect(recall(identifying)).toBeGreaterThanOrEqual(0.97)
    expect(precision).toBeGreaterThanOrEqual(0.95)
  })

  test.each(languages)('no language is left behind: %s', (language) => {
    const own = (list: typeof judged) => list.filter((one) => one.language === language)
    expect(recall(own(identifying))).toBeGreaterThanOrEqual(0.95)
    expect(own(harmless).filter(({ refused }) => refused).length / own(harmless).length).toBeLessThanOrEqual(0.06)
  })
})
