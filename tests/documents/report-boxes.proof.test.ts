import { afterAll, expect, test } from 'vitest'
import { openTypesetter } from '../../server/documents/typesetter.ts'
import { languages } from '../../server/domain/kernel/language.ts'
import type { PrintedReport } from '../../server/domain/reports/printed/printed-report.ts'
import { type Box, lookAtBoxes, type PageBoxes } from '../support/pdf-boxes.ts'
import { sampled } from '../support/sample.ts'
import { reportOf, sampleReport } from '../support/sample-report.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

const look = async <T>(report: PrintedReport, at: (pages: readonly PageBoxes[]) => T): Promise<T> =>
  lookAtBoxes(await typesetter.pdf('report', report), at)
/** Everything on each page, its text read. */
const boxesOf = (report: PrintedReport): Promise<readonly PageBoxes[]> =>
  look(report, (pages) => pages.map(({ texts, ...page }) => ({ ...page, texts: texts.map((one) => ({ ...one })) })))

/** Wider than a syllable, whose signs are drawn over each other; in points. */
const SYLLABLE = 10
/** How high bars are; in points. */
const BAR = 9.07

const isWithin = (page: Box, { left, bottom, right, top }: Box) =>
  left >= page.left && bottom >= page.bottom && right <= page.right && top <= page.top
const overlap = (one: Box, other: Box) =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
  Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom) > 1

/** What stands outside of its page, and what stands on something else. */
const faultsOf = (report: PrintedReport): Promise<readonly string[]> =>
  look(report, (pages) =>
    pages.flatMap(({ page, texts }, index) => {
      const wide = texts.filter(({ left, right }) => right - left > SYLLABLE)
      const over = wide.flatMap((one, place) => wide.slice(0, place).filter((other) => overlap(one, other)))
      return [...texts.filter((box) => !isWithin(page, box)), ...over].map(({ text }) => `${index + 1}: ${text}`)
    }),
  )

/** Each language beside the next one, the one after that, and so on: one in three of the pairs has every language twice. */
const pairs = languages.flatMap((one, place) =>
  [1, 2, 3].map((on) => [one, languages[(place + on) % languages.length] ?? one] as const),
)
const spoken: readonly PrintedReport['languages'][] = [
  ...languages.map((one) => [one] as const),
  ...sampled(pairs, 3, 'sqlite'),
]
test.each(spoken.map((some) => [some.join(' '), some] as const))(
  'every text is on its page, and none on another: %s',
  async (_, some) => {
    expect(await faultsOf(sampleReport(some, 1))).toEqual([])
  },
)

test('bars are as long as their numbers are great, and their texts stand at their ends', async () => {
  const values = [12, 4000, 3000, null, 999, 1]
  const bars = values.map((value, place) => ({ label: `Bar ${place}`, text: value === null ? '…' : `${value}`, value }))
  const [, page] = await boxesOf(reportOf('en', { kind: 'chart', caption: 'Bars', table: 'none', bars }))
  const drawn = (page?.shapes ?? []).filter(({ top, bottom }) => Math.abs(top - bottom - BAR) < 0.1)
  expect(drawn).toHaveLength(5)
  const longest = Math.max(...drawn.map(({ left, right }) => right - left))
  bars
    .filter(({ value }) => value !== null)
    .forEach(({ text, value }, place) => {
      const bar = drawn[place]
      const said = page?.texts.find((one) => one.text.trim() === text)
      expect(((bar?.right ?? 0) - (bar?.left ?? 0)) / longest).toBeCloseTo((value ?? 0) / 4000, 2)
      expect(said?.left).toBeGreaterThan(bar?.right ?? Number.NaN)
      expect(said?.bottom).toBeGreaterThan((bar?.bottom ?? Number.NaN) - 3)
      expect(said?.top).toBeLessThan((bar?.top ?? Number.NaN) + 3)
    })
})

const endless = ['x', '中', 'ก', 'ក', 'ກ', 'က'].map((letter) => letter.repeat(200))
test.each(endless.map((word) => [word.slice(0, 1), word]))(
  'labels and numbers that are much too long stay apart and on the page: %s',
  async (_, word) => {
    const bars = Array.from({ length: 70 }, (_, value) => ({ label: word, text: `${10 ** 30}`, value }))
    const rows = Array.from({ length: 4 }, () => Array.from({ length: 7 }, () => ({ text: word, value: null })))
    const table = { kind: 'table', id: 'long', caption: word, head: Array(7).fill(word), notes: [word] } as const
    for (const numeric of [[], [1, 2, 3, 4, 5, 6]])
      expect(
        await faultsOf(
          reportOf(
            'en',
            { ...table, numeric, rows },
            { kind: 'chart', caption: word, table: 'long', bars: bars.slice(0, 30) },
          ),
        ),
      ).toEqual([])
  },
)

test('a list, a table and a chart of nothing are set', async () => {
  const nothing = reportOf(
    'en',
    { kind: 'list', items: [] },
    { kind: 'table', id: 'none', caption: 'None', head: ['A', 'B'], numeric: [1], rows: [], notes: [] },
    { kind: 'chart', caption: 'None', table: 'none', bars: [] },
    { kind: 'chart', caption: 'Zero', table: 'none', bars: [{ label: 'A', text: '0', value: 0 }] },
  )
  expect(await faultsOf(nothing)).toEqual([])
})

test('a chart stands on one page where it fits on one', async () => {
  const chart = (bars: number, name: string) => ({
    kind: 'chart' as const,
    caption: name,
    table: 'none',
    bars: Array.from({ length: bars }, (_, value) => ({ label: `${name}-${value}`, text: `${value}`, value })),
  })
  const pages = await boxesOf(reportOf('en', chart(30, 'One'), chart(30, 'Two'), chart(90, 'Three')))
  const on = (name: string) => pages.filter(({ texts }) => texts.some(({ text }) => text.startsWith(`${name}-`)))
  expect([on('One').length, on('Two').length]).toEqual([1, 1])
  expect(on('Three').length).toBeGreaterThan(1)
})
