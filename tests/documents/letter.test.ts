import { afterAll, expect, test } from 'vitest'
import { openTypesetter, TypesettingFailed } from '../../server/documents/typesetter.ts'
import { type Language, languages } from '../../server/domain/kernel/language.ts'
import { pdfPages } from '../support/pdf-text.ts'
import { letterWith, sampleLetter } from '../support/sample-letter.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

const pdf = (data: unknown) => typesetter.pdf('letter', data)
const copied = async (data: unknown) => (await pdfPages(await pdf(data))).join(' ')

const pairs = languages.flatMap((left, index) => languages.slice(index + 1).map((right) => [left, right] as const))

test('each language alone, and each with each other, is set as PDF', async () => {
  for (const spoken of [...languages.map((one) => [one] as const), ...pairs]) {
    const made = Buffer.from(await pdf(sampleLetter(spoken)))
    expect(made.toString('latin1', 0, 5), spoken.join(' ')).toBe('%PDF-')
  }
})

test('the same letter is the same bytes, after others and in another process', async () => {
  const letter = sampleLetter(['km', 'th'])
  const first = Buffer.from(await pdf(letter))
  await pdf(sampleLetter(['my']))
  expect(first.equals(Buffer.from(await pdf(letter)))).toBe(true)
  const other = openTypesetter()
  expect(first.equals(Buffer.from(await other.pdf('letter', letter)))).toBe(true)
  await other.close()
})

test('it is tagged, has a title and a language, and says nothing of when it was made', async () => {
  const made = Buffer.from(await pdf(sampleLetter(['vi', 'th']))).toString('latin1')
  expect(made).toContain('/MarkInfo')
  expect(made).toContain('/Lang (vi)')
  expect(made).toContain('pdfuaid:part')
  expect(made).not.toMatch(/CreationDate|ModDate|xmp:CreateDate/)
})

const sentences: Partial<Record<Language, string>> = {
  en: 'The office of the requesting country asks for a date.',
  vi: 'Đề nghị văn phòng của nước yêu cầu cho biết ngày.',
  zh: '请求国的联络官办公室询问日期。',
  th: 'ขอให้ตรวจทานอีกครั้ง',
}
test.each(Object.entries(sentences))('what is copied from it in %s is what was written', async (language, sentence) => {
  const text = await copied(letterWith(language as Language, { paragraphs: [sentence] }))
  expect(text.replaceAll(/\s/g, '')).toContain(sentence.replaceAll(/\s/g, ''))
})

test('two columns are read paragraph by paragraph, the left one first', async () => {
  const text = await copied({
    ...sampleLetter(['en', 'vi']),
    sides: [
      letterWith('en', { paragraphs: ['First thing.', 'Second thing.'] }).sides[0],
      letterWith('vi', { paragraphs: ['Điều thứ nhất.', 'Điều thứ hai.'] }).sides[0],
    ],
  })
  const places = ['First thing.', 'Điều thứ nhất.', 'Second thing.', 'Điều thứ hai.'].map((one) => text.indexOf(one))
  expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true)
})

const hostile = [
  '#import "x": *',
  '$x^2$ *bold* _it_ `raw` @ref <label> = no heading',
  '\\u{202e} \\ // no comment /* nor this */',
  '#panic("no") #read("/etc/passwd") [a] {b} --- ... \'q\' "q"',
]
test.each(hostile)('markup is printed as it was typed: %s', async (text) => {
  const said = { paragraphs: [text], title: text, rows: [{ label: text, value: text, assumed: false }] }
  const pages = await copied(letterWith('en', said))
  const bare = (one: string) => one.replaceAll(/\s/g, '')
  expect(bare(pages).split(bare(text)).length - 1).toBe(4)
})

test('invisible marks turn no letters around', async () => {
  expect(await copied(letterWith('en', { paragraphs: ['paid \u202e000,1\u202c in full'] }))).toContain(
    'paid 000,1 in full',
  )
})

test('a list of 55 has its head on every page, and each page says what and which it is', async () => {
  const pages = await pdfPages(await pdf(sampleLetter(['en', 'vi'], 55)))
  const withRows = pages.filter((page) => /TH-KH-2026-10\d\d/.test(page))
  expect(withRows.length).toBeGreaterThan(2)
  for (const page of withRows) expect(page.match(/No\./g)).toHaveLength(1)
  pages.forEach((page, index) => {
    expect(page).toContain(`${index + 1} / ${pages.length}`)
    expect(page).toContain('8f3a-77aa-0912-bb34')
    expect(page).toContain(sampleLetter(['en']).sides[0]?.fictitious ?? 'none')
  })
  const all = pages.join(' ')
  for (let row = 0; row < 55; row++) expect(all).toContain(`TH-KH-2026-${1000 + row}`)
})

test('data that is no letter is refused, and the next letter is set', async () => {
  await expect(pdf({ sides: [] })).rejects.toThrow(TypesettingFailed)
  await expect(pdf(sampleLetter(['lo']))).resolves.toBeInstanceOf(Uint8Array)
})
