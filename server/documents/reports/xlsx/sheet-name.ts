import type { Language } from '../../../domain/kernel/language.ts'

/** What Excel takes for the name of a sheet, in UTF-16 units. */
const LONGEST = 31

/** A number and the beginning of a title: never the same twice, and no letter is cut in two. */
export function sheetName(place: number, title: string, language: Language): string {
  const legal = `${place} ${title}`.replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
  let name = ''
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(legal)) {
    if (name.length + segment.length > LONGEST) break
    name += segment
  }
  return name.replace(/['\s]+$/, '')
}
