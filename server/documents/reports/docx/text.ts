import { BuilderElement, Tab, TextRun, type XmlComponent } from 'docx'
import type { Language } from '../../../domain/kernel/language.ts'
import { fileText } from '../file-text.ts'
import { fontsFor, tagsOf } from './fonts.ts'

/** The same text in the languages of the report. */
export type Worded = readonly { readonly language: Language; readonly text: string }[]

/** How a run looks beyond its paragraph's style. */
export interface RunLook {
  readonly bold?: boolean
}

/** A text as runs in its language and fonts, with its tabs and line ends. */
export const runs = (text: string, language: Language, look: RunLook = {}): readonly TextRun[] =>
  fileText(text)
    .split('\n')
    .map((line, place) => run(language, line, line.split('\t').flatMap(withTab), { ...look, break: place > 0 ? 1 : 0 }))

const withTab = (piece: string, place: number) => (place === 0 ? [piece] : [new Tab(), piece])

/** A field of Word; what it shows until Word reckons it anew stands between its marks. */
export const field = (language: Language, instruction: string, shown: readonly TextRun[] = []): readonly TextRun[] => [
  ...fieldBegin(language, instruction),
  ...shown,
  fieldEnd(language),
]

export const fieldBegin = (language: Language, instruction: string): readonly TextRun[] => [
  run(language, '', [mark('begin')]),
  run(language, '', [instructionOf(instruction)]),
  run(language, '', [mark('separate')]),
]
export const fieldEnd = (language: Language): TextRun => run(language, '', [mark('end')])

const mark = (type: 'begin' | 'separate' | 'end'): XmlComponent =>
  new BuilderElement({ name: 'w:fldChar', attributes: { type: { key: 'w:fldCharType', value: type } } })

function instructionOf(instruction: string): XmlComponent {
  const element = new BuilderElement({
    name: 'w:instrText',
    attributes: { space: { key: 'xml:space', value: 'preserve' } },
  })
  element.addChildElement(` ${instruction} `)
  return element
}

const run = (
  language: Language,
  text: string,
  children: readonly (string | Tab | XmlComponent)[],
  look: RunLook & { readonly break?: number } = {},
): TextRun => new TextRun({ ...look, font: fontsFor(language, text), language: tagsOf(language), children })
