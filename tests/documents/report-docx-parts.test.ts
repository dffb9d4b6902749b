import { posix } from 'node:path'
import { attr, findChildren, parseXml } from '@cj-tech-master/excelts/xml'
import { expect, test } from 'vitest'
import { docxOf } from '../../server/documents/reports/docx.ts'
import { type Language, languages } from '../../server/domain/kernel/language.ts'
import { all, type ReadRun, readDocx } from '../support/read-docx.ts'
import { printed, wildContent, wildTexts } from '../support/sample-content.ts'

const content = wildContent()
const read = async (...spoken: readonly [Language] | readonly [Language, Language]) =>
  readDocx(await docxOf(printed(content, spoken)))

test('every part is well-formed, has a type, and what parts name is there', async () => {
  const { parts, xml } = await read('th', 'zh')
  const types = xml('[Content_Types].xml')
  const endings = findChildren(types, 'Default').map((one) => attr(one, 'Extension'))
  const named = findChildren(types, 'Override').map((one) => attr(one, 'PartName'))
  for (const name of parts.keys()) {
    expect(() => parseXml(parts.get(name)?.text ?? ''), name).not.toThrow()
    expect(named.includes(`/${name}`) || endings.includes(name.split('.').at(-1)), name).toBe(true)
  }
  for (const name of named) expect([...parts.keys()]).toContain(name?.slice(1))
  for (const [name, { text }] of parts) {
    if (!name.endsWith('.rels')) continue
    const folder = posix.dirname(posix.dirname(name))
    const known = findChildren(xml(name), 'Relationship').map((one) => {
      expect([...parts.keys()]).toContain(posix.join(folder, attr(one, 'Target') ?? '').replace(/^\//, ''))
      return attr(one, 'Id')
    })
    expect(new Set(known).size, text).toBe(known.length)
    const of = parts.get(posix.join(folder, posix.basename(name, '.rels')))?.text ?? ''
    for (const [, id] of of.matchAll(/ r:(?:id|embed|link)="([^"]*)"/g)) expect(known).toContain(id)
  }
  const styles = all(xml('word/styles.xml'), 'w:style').map((one) => attr(one, 'w:styleId'))
  for (const [, style] of (parts.get('word/document.xml')?.text ?? '').matchAll(/<w:pStyle w:val="([^"]*)"/g))
    expect(styles).toContain(style)
})

test('no part says when, where or by whom it was made', async () => {
  const { parts } = await read('en')
  const core = parts.get('docProps/core.xml')?.text ?? ''
  expect(core).toContain(content.reference)
  expect(core).not.toMatch(/created|modified|creator/i)
  expect(new Set([...parts.values()].map(({ time }) => time)).size).toBe(1)
  for (const { text } of parts.values()) expect(text).not.toContain('Un-named')
})

/** Where Word looks for the language of a text, and for its font. */
const slots: Readonly<Record<Language, readonly [attribute: string, tag: string, slot: string, font: string]>> = {
  en: ['w:val', 'en-GB', 'w:ascii', 'Arial'],
  vi: ['w:val', 'vi-VN', 'w:hAnsi', 'Arial'],
  zh: ['w:eastAsia', 'zh-CN', 'w:eastAsia', 'Microsoft YaHei'],
  km: ['w:bidi', 'km-KH', 'w:cs', 'Leelawadee UI'],
  lo: ['w:bidi', 'lo-LA', 'w:cs', 'Leelawadee UI'],
  my: ['w:bidi', 'my-MM', 'w:cs', 'Myanmar Text'],
  th: ['w:bidi', 'th-TH', 'w:cs', 'Leelawadee UI'],
}

test('a text is in its language and its fonts, also where it is quoted in another', async () => {
  for (const spoken of languages) {
    const { paragraphs } = await read(spoken, spoken === 'vi' ? 'lo' : 'vi')
    const is = (run: ReadRun | undefined, language: Language) => {
      const [attribute, tag, slot, font] = slots[language]
      expect(run?.languages[attribute], run?.text).toBe(tag)
      expect(run?.fonts[slot], run?.text).toBe(font)
    }
    is(paragraphs.find(({ style }) => style === 'Title')?.runs[0], spoken)
    for (const language of languages) {
      const quoted = paragraphs.find(({ text }) => text.startsWith(wildTexts[language]))
      is(quoted?.runs[0], language)
      if (language !== spoken) is(quoted?.runs.at(-1), spoken)
    }
  }
})

test('what stands in for a font is named', async () => {
  const { xml } = await read('en')
  const fonts = findChildren(xml('word/fontTable.xml'), 'w:font').map((one) => attr(one, 'w:name'))
  for (const [, , , font] of Object.values(slots)) expect(fonts).toContain(font)
})

test('texts stand as they were typed, in every script', async () => {
  for (const spoken of languages) {
    const { paragraphs } = await read(spoken)
    const texts = paragraphs.map(({ text }) => text)
    for (const text of Object.values(wildTexts))
      expect(
        texts.some((one) => one.startsWith(text)),
        text,
      ).toBe(true)
  }
})
