import { type IStylesOptions, LineRuleType } from 'docx'
import type { Language } from '../../../domain/kernel/language.ts'
import { fontsFor, tagsOf } from './fonts.ts'

const GREY = '595959'
/** Height of a line, in 240ths of a plain one; scripts that need more room get it. */
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO })
const heading = (size: number, before: number, outlineLevel: number) => ({
  run: { size, bold: true, color: '1F3864' },
  paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true, outlineLevel },
})
const entry = (level: number, name: string, left: number) => ({
  id: `TOC${level}`,
  name,
  basedOn: 'Normal',
  next: 'Normal',
  paragraph: {
    spacing: { before: 0, after: 40, ...lines(240) },
    indent: { left },
  },
})
const plain = (id: string, name: string, size: number, more: object = {}) => ({
  id,
  name,
  basedOn: 'Normal',
  run: { size, ...more },
})

/**
 * Headings of the second of two languages are levels 3 and 4, which look like 1 and 2: so each language has contents of its
 * own, which Word can make anew on any machine.
 */
export const styles = (language: Language): IStylesOptions => ({
  default: {
    document: {
      run: { size: 21, font: fontsFor(language, ''), language: tagsOf(language) },
      paragraph: { spacing: { after: 120, ...lines(259) } },
    },
    title: { run: { size: 40, bold: true, color: '1F3864' }, paragraph: { spacing: { after: 80 }, keepNext: true } },
    heading1: heading(30, 320, 0),
    heading2: heading(24, 220, 1),
    heading3: heading(30, 320, 2),
    heading4: heading(24, 220, 3),
    caption: {
      run: { size: 20, bold: true, italics: false, color: '000000' },
      paragraph: { spacing: { before: 160, after: 80 }, keepNext: true },
    },
  },
  paragraphStyles: [
    plain('Subtitle', 'Subtitle', 24, { color: GREY }),
    {
      ...plain('Contents', 'Contents heading', 24, { bold: true }),
      paragraph: { keepNext: true, spacing: { before: 240 } },
    },
    entry(1, 'toc 1', 0),
    entry(2, 'toc 2', 240),
    entry(3, 'toc 3', 0),
    entry(4, 'toc 4', 240),
    { ...plain('Cell', 'Cell of a table', 18), paragraph: { spacing: { before: 20, after: 20, ...lines(240) } } },
    {
      ...plain('Note', 'Note under a table', 17, { color: GREY }),
      paragraph: { spacing: { after: 40, ...lines(240) } },
    },
    { ...plain('Gap', 'Gap after a table', 8), paragraph: { spacing: { after: 60, ...lines(120) }, keepNext: true } },
    {
      ...plain('Header', 'header', 17, { color: GREY }),
      paragraph: { spacing: { after: 0, ...lines(240) } },
    },
    {
      ...plain('Footer', 'footer', 17, { color: GREY }),
      paragraph: { spacing: { after: 0, ...lines(240) } },
    },
  ],
})
