import type { Language } from '../../../domain/kernel/language.ts'

/**
 * Fonts that every Windows since 8.1 has, and what stands in for each elsewhere: those of the printed report.
 * A file that people go on editing brings no fonts along.
 */
const fonts = {
  Arial: 'Noto Sans',
  'Leelawadee UI': 'Noto Sans Thai,Noto Sans Lao,Noto Sans Khmer',
  'Myanmar Text': 'Noto Sans Myanmar',
  'Microsoft YaHei': 'Noto Sans SC',
} as const
type Font = keyof typeof fonts

const own: Readonly<Partial<Record<Language, Font>>> = {
  km: 'Leelawadee UI',
  lo: 'Leelawadee UI',
  my: 'Myanmar Text',
  th: 'Leelawadee UI',
}

/** A run has a font for each kind of script, and Word takes the one that it thinks a letter is of. */
export function fontsFor(language: Language, text: string) {
  const latin = own[language] ?? 'Arial'
  // Burmese is quoted in other languages too.
  const complex = /\p{Script=Myanmar}/u.test(text) ? 'Myanmar Text' : (own[language] ?? 'Leelawadee UI')
  // Quotation marks and dashes of Chinese as wide as its letters.
  const hint = language === 'zh' ? { hint: 'eastAsia' } : {}
  return { ascii: latin, hAnsi: latin, cs: complex, eastAsia: 'Microsoft YaHei', ...hint }
}

const complex = (tag: string) => ({ value: tag, bidirectional: tag })

/** Likewise a run has a language for Latin letters, one for East Asian ones and one for complex scripts. */
const languageTags: Readonly<Record<Language, { value: string; eastAsia?: string; bidirectional?: string }>> = {
  en: { value: 'en-GB' },
  vi: { value: 'vi-VN' },
  zh: { value: 'en-GB', eastAsia: 'zh-CN' },
  km: complex('km-KH'),
  lo: complex('lo-LA'),
  my: complex('my-MM'),
  th: complex('th-TH'),
}

export const tagsOf = (language: Language) => languageTags[language]

/** `word/fontTable.xml`: the fonts, with what stands in for each. */
export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(fonts)
  .map(
    ([name, instead]) => `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:family w:val="swiss"/></w:font>`,
  )
  .join('')}</w:fonts>
`
