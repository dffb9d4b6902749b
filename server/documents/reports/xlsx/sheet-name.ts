import type { Language } from '../../../domain/kernel/language.ts'

/** What Excel takes for the name of a sheet, in UTF-16 units. */
const LONGEST = 31

/** The beginning of a title that there is room for; no letter is cut in two. A number before it keeps names apart. */
export function sheetName(title: string, language: Language): string {
  const legal = title.replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
  let name = ''
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(legal)) {
    if (name.length + segment.length > LONGEST) break
    name += segment
  }
  return name.replace(/^['\s]+|['\s]+$/g, '')
}
