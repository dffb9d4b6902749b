import { afterEach, expect, test, vi } from 'vitest'
import { guardTools } from '../../server/adapters/guard-tools.ts'
import { findingsIn, guard } from '../../server/domain/confidentiality/guard.ts'
import { corpus } from '../support/guard-corpus.ts'

afterEach(() => vi.restoreAllMocks())

/** What makes patterns run wild: one symbol or pair again and again, and never the end that a pattern looks for. */
const PIECES = [
  'a',
  'A',
  '1',
  '1 ',
  ' ',
  '-',
  '1-',
  '1,',
  '12/',
  '1.',
  '.',
  'a.',
  'a@',
  '@',
  '<',
  'AB1',
  'Aa ',
  'Mr ',
  'born ',
  'sinh 1/',
  'one ',
  'name: ',
  'line id ',
  'plate ',
  'bank account ',
  'passport ',
  'ก',
  'นาย',
  'ชื่อ ',
  'ບ້ານ',
  'ក្ត',
  'ឈ្មោះ',
  'က',
  'ဦး',
  '一',
  '村',
  'tháng ',
  '2026 ',
  '2026-',
  '11° ',
  '(',
  '12/abcd(',
  'https://',
  'a\u0301',
  '0.123',
  '+',
] as const
const text = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

/** Milliseconds by the clock, the shorter of two runs: quick to measure, too long where the machine does other things beside it. */
function byClock(run: () => void): number {
  const times = [1, 2].map(() => {
    const begun = performance.now()
    run()
    return performance.now() - begun
  })
  return Math.min(...times)
}

/** Milliseconds of the processor, the mean of enough runs for its coarse counter. Waiting for other work does not count. */
function ofProcessor(run: () => void): number {
  const begun = process.threadCpuUsage()
  for (let runs = 1; ; runs += 1) {
    run()
    const { user, system } = process.threadCpuUsage(begun)
    if (user + system > 40_000 && runs >= 3) return (user + system) / 1000 / runs
  }
}

test('every pattern takes time in proportion to the text', () => {
  const used = new Map<string, RegExp>()
  const replace = String.prototype.replace
  vi.spyOn(String.prototype, 'replace').mockImplementation(function (this: string, ...given: unknown[]) {
    const [pattern] = given
    if (pattern instanceof RegExp && pattern.global) used.set(`${pattern}`, pattern)
    return Reflect.apply(replace, this, given)
  } as typeof replace)
  for (const { text: sentence } of corpus) findingsIn(sentence, guardTools)
  vi.restoreAllMocks()
  expect(used.size).toBeGreaterThan(40)
  // V8 13.6 forgets modifiers now and then: a pattern with one finds a text, then the same text no more.
  expect([...used.values()].filter(({ source }) => /\(\?[ims]*-?[ims]+:/.test(source))).toEqual([])
  const wild: string[] = []
  for (const pattern of used.values())
    for (const piece of PIECES) {
      const isWild = (measure: (run: () => void) => number): boolean => {
        const [short, long] = [4000, 32_000].map((length) => {
          const input = text(piece, length)
          return measure(() => input.replace(pattern, ''))
        }) as [number, number]
        // Eight times the text: eight times the time, and room for warming up.
        return long > 4 && long / Math.max(short, 0.05) > 24
      }
      if (isWild(byClock) && isWild(ofProcessor)) wild.push(`${piece}: ${pattern.source.slice(0, 80)}`)
    }
  expect(wild).toEqual([])
}, 300_000)

test('marks piled up 10,000 high are refused or read at once', () => {
  const piled = `a${'\u0301'.repeat(10_000)}`
  expect(ofProcessor(() => guard(piled, null, guardTools))).toBeLessThan(50)
  expect(ofProcessor(() => guard('1\u0336'.repeat(5000), null, guardTools))).toBeLessThan(50)
  expect(ofProcessor(() => guard('\u200b'.repeat(100_000), null, guardTools))).toBeLessThan(50)
})

/** The target is 2 ms; measured alone on two shared cores it is 1.8. Beside other tests it is half as long again. */
const BESIDE_OTHERS_MS = 5

test('280 characters are answered in a few milliseconds at the 99th percentile', () => {
  // Notes as long as they may be: a sentence, and those that follow it in its language.
  const texts = corpus.flatMap((_, place) => {
    const following = corpus.slice(place, place + 20).map(({ text: one }) => one)
    return place % 5 === 0 ? [[...following.join(' ')].slice(0, 280).join('')] : []
  })
  const times = texts.map((one) => {
    const run = () => guard(one, null, guardTools)
    const first = byClock(run)
    return first < BESIDE_OTHERS_MS ? first : ofProcessor(run)
  })
  const p99 = times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? 0
  expect(p99).toBeLessThan(BESIDE_OTHERS_MS)
}, 300_000)
