/** Marks that show nothing: they turn the order of letters around, hyphenate or choose a shape. Those that shape scripts stay. */
const unseen = /[[\p{Cf}--[\u200b\u200c\u200d]]\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gv
const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g
const controls = /[\p{Cc}--\n]/gv

/**
 * A text as it is printed: in the order it was typed, its line ends kept, other control characters as spaces.
 * What no font has (a lone surrogate too) is left for the check of glyphs.
 */
export const printedText = (text: string): string =>
  text.replace(lineEnds, '\n').replace(controls, ' ').replace(unseen, '')

/** The same JSON with each text changed; keys are the template’s own. */
export function mapTexts(data: unknown, change: (text: string) => string): unknown {
  if (typeof data === 'string') return change(data)
  if (Array.isArray(data)) return data.map((one) => mapTexts(one, change))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, mapTexts(value, change)]))
}
