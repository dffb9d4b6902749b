import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { drawnCharacters } from '../../server/adapters/drawn-characters.ts'
import { MissingGlyph, missingIn } from '../../server/documents/missing-glyph.ts'
import { openTypesetter } from '../../server/documents/typesetter.ts'
import { languages } from '../../server/domain/kernel/language.ts'
import { sampleLetter } from '../support/sample-letter.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

const drawn = drawnCharacters()

/** A Khmer and an English side, with something put into the second paragraph of the Khmer one. */
function withText(text: string) {
  const letter = sampleLetter(['km', 'en'])
  return { ...letter, sides: letter.sides.map((side, index) => (index === 0 ? { ...side, paragraphs: [text] } : side)) }
}

test.each([
  ['a Tibetan letter', 'ཀ', 'U+0F40'],
  ['an emoji', '😀', 'U+1F600'],
  ['half a character', '\ud83d', 'U+D83D'],
])('%s is named, with its language', async (_, character, code) => {
  const refused = await typesetter.pdf('letter', withText(`ok ${character} ok`)).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(MissingGlyph)
  expect((refused as MissingGlyph).missing).toEqual([{ character, language: 'km' }])
  expect((refused as MissingGlyph).message).toContain(`${code} `)
  expect((refused as MissingGlyph).message).toContain('(km)')
})

test('a mark of one script on a letter of another is printed, and what shows nothing is not missed', async () => {
  for (const text of [
    'x\u0e35',
    'ก\u0301',
    '中\u0e35',
    'က\u17d2က',
    '\u0e35',
    '①\ufe0f',
    'a\u200bb\u00adc',
    'a\tb\u0007',
  ])
    await expect(typesetter.pdf('letter', withText(text)), JSON.stringify(text)).resolves.toBeInstanceOf(Uint8Array)
})

test('everything the service says can be printed', () => {
  for (const language of languages)
    for (const file of ['labels', 'next', 'problems', 'timeline', 'deadlines', 'errors'])
      expect(missingIn(JSON.parse(readFileSync(`locales/${language}/${file}.json`, 'utf8')), drawn)).toEqual([])
})
