import { AlignmentType, LevelFormat, Paragraph } from 'docx'
import type { Language } from '../../../domain/kernel/language.ts'
import type { PrintedItem } from '../../../domain/reports/printed/printed-report.ts'
import { runs } from './text.ts'

const INDENT = { left: 454, hanging: 454 }

/** A list as Word knows it; `key` tells it from the other lists of the document. One paragraph an item. */
export function listOf(items: readonly PrintedItem[], language: Language, key: string): readonly Paragraph[] {
  let start = 0
  let last: number | null = null
  return items.map((item) => {
    const number = wholeNumber(item.number)
    // A number that does not follow the one before it (a paragraph is missing) begins a list of its own.
    if (number === null || last === null || number !== last + 1) start = number ?? 0
    last = number
    if (item.number !== null && number === null) return lettered(item, item.number, language)
    const list = number === null ? bullets : numbersFrom(`${key}-${start}`, start)
    return new Paragraph({ numbering: { reference: list, level: 0 }, children: textOf(item, language) })
  })
}

const wholeNumber = (number: string | null): number | null =>
  number && /^[1-9]\d{0,3}\.?$/.test(number) ? Number.parseInt(number, 10) : null

/** A text in another language than the report’s says so, in the report’s. */
const textOf = ({ text, foreign }: PrintedItem, language: Language) =>
  foreign ? [...runs(text, foreign.language), ...runs(` (${foreign.note})`, language)] : runs(text, language)

/** Word counts in whole numbers; another number is written before its item. */
const lettered = (item: PrintedItem, number: string, language: Language): Paragraph =>
  new Paragraph({
    style: 'ListParagraph',
    indent: INDENT,
    children: [...runs(`${number}\t`, language), ...textOf(item, language)],
  })

const list = (
  reference: string,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
  start: number,
) => ({
  reference,
  levels: [{ level: 0, format, text, start, alignment: AlignmentType.LEFT, style: { paragraph: { indent: INDENT } } }],
})
const bullets = list('bullets', LevelFormat.BULLET, '•', 1)
const numbersFrom = (reference: string, start: number) => list(reference, LevelFormat.DECIMAL, '%1.', start)
