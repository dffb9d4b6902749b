import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guardTools } from '../../server/adapters/guard-tools.ts'
import { guardRules } from '../../server/domain/confidentiality/finding.ts'
import { guard } from '../../server/domain/confidentiality/guard.ts'
import { corpus } from '../support/guard-corpus.ts'
import { identifiers } from '../support/identifiers.ts'
import { runs, seed } from '../support/sample.ts'

/** An identifier of each kind, in each script and with each evasion, anywhere in any sentence (security.md, promise 7). */
const sentences = fc.constantFrom(...corpus.map(({ text }) => text))
const harmless = fc.constantFrom(...corpus.filter(({ rule }) => rule === null).map(({ text }) => text))
const isRefused = (text: string): boolean => guard(text, 'UNICODE', guardTools).kind === 'identity'
const put = (text: string, what: string, where: number): string => {
  const symbols = [...text]
  const place = Math.floor(where * (symbols.length + 1))
  return [...symbols.slice(0, place), ' ', what, ' ', ...symbols.slice(place)].join('')
}
/** As often in any part of the sentence; doubles of fast-check lie close to zero nearly always. */
const where = fc.integer({ min: 0, max: 999_999 }).map((millionth) => millionth / 1_000_000)

/** One in a hundred; a sample of 300 may have twice as many by chance. */
const MISSED = runs(0.02, 0.01)

/** Between two words with no number of their own: beside another, or amid one, it is a longer number in pieces. */
const between = (text: string, number: string, where: number): string => {
  const words = text.split(' ')
  const gaps = [...words.keys(), words.length].filter(
    (gap) => !/\p{N}/u.test(words.slice(Math.max(0, gap - 1), gap + 1).join('')),
  )
  const gap = gaps[Math.floor(where * gaps.length)]
  return gap === undefined ? text : words.toSpliced(gap, 0, number).join(' ')
}

describe('identity anywhere', () => {
  test.each(guardRules)('%s is found in 99 of 100 tries', (rule) => {
    const tries = fc.sample(fc.tuple(harmless, identifiers[rule], where), { numRuns: runs(300, 5000), seed })
    const missed = tries.map(([text, what, place]) => put(text, what, place)).filter((text) => !isRefused(text))
    expect(missed.length / tries.length, missed.slice(0, 5).join('\n')).toBeLessThanOrEqual(MISSED)
  })

  test('identity stays found, whatever else stands beside it', () => {
    const tries = fc.sample(
      fc.tuple(
        sentences,
        fc.constantFrom(...guardRules).chain((rule) => identifiers[rule]),
        where,
      ),
      {
        numRuns: runs(300, 5000),
        seed,
      },
    )
    const missed = tries.map(([text, what, place]) => put(text, what, place)).filter((text) => !isRefused(text))
    expect(missed.length / tries.length, missed.slice(0, 5).join('\n')).toBeLessThanOrEqual(MISSED)
  })

  test('a number up to five digits makes no harmless sentence identity', () => {
    const accepted = corpus.flatMap(({ text, rule }) => (rule === null && !isRefused(text) ? [text] : []))
    const number = fc.integer({ min: 0, max: 99_999 }).map(String)
    const tries = fc.sample(fc.tuple(fc.constantFrom(...accepted), number, where), {
      numRuns: runs(1000, 10_000),
      seed,
    })
    const refused = tries.map(([text, what, place]) => between(text, what, place)).filter(isRefused)
    expect(refused.length / tries.length, refused.slice(0, 9).join('\n')).toBeLessThanOrEqual(0.04)
  })
})
