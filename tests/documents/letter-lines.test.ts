import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { openTypesetter } from '../../server/documents/typesetter.ts'
import { pdfLines } from '../support/pdf-text.ts'
import { letterWith, sampleLetter } from '../support/sample-letter.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

const linesOf = async (data: unknown) => (await pdfLines(await typesetter.pdf('letter', data))).flat()

test('a word longer than its column goes on in the next line', async () => {
  const word = 'x'.repeat(300)
  const text = (await linesOf(letterWith('en', { paragraphs: [word], title: word }))).join(' ')
  expect(text).not.toContain('x'.repeat(150))
  expect(text.replaceAll(' ', '').split(word)).toHaveLength(3)
})

test('where no words are found in letters without spaces, they go on in the next line too', async () => {
  for (const letter of ['ก', 'ក', 'ກ', 'က']) {
    const lines = await linesOf(letterWith('th', { paragraphs: [letter.repeat(400)] }))
    const broken = lines.filter((line) => line.startsWith(letter.repeat(4)))
    expect(broken.length, letter).toBeGreaterThan(2)
    expect(broken.join('').replaceAll(/[^\p{Letter}]/gu, ''), letter).toBe(letter.repeat(400))
  }
})

test.each(['km', 'lo', 'my', 'th'] as const)(
  'no line in %s begins with a sign that ends a sentence',
  async (language) => {
    const all: readonly string[] = Object.values(JSON.parse(readFileSync(`locales/${language}/problems.json`, 'utf8')))
    const sides = (['en', language] as const).flatMap((one) => letterWith(one, { paragraphs: all.slice(0, 30) }).sides)
    const lines = await linesOf({ ...sampleLetter(['en', language]), sides })
    expect(lines.length).toBeGreaterThan(60)
    expect(lines.filter((line) => /^[\p{Pe}.,;:!?%၊။។៕ៗๆໆ]/u.test(line))).toEqual([])
  },
)
