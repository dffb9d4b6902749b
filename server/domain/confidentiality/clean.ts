/**
 * Characters that nobody sees: format and direction characters, variation selectors, fillers, private and unassigned
 * ones, halves of a pair. Khmer inherent vowels and Mongolian separators are among them.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is taken out alone
  /[\p{Cf}\p{Co}\p{Cn}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f\u20e3\u{e0100}-\u{e01ef}]/gu

/** Never more than two marks on one letter in the six scripts with room to spare; the rest is noise meant to hide. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu

/** The text without what nobody sees, in NFC, with single spaces. Linear in its length. */
export const cleaned = (typed: string): string =>
  typed
    .replace(INVISIBLE, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .replace(PILED_MARKS, '$1')
    .normalize('NFC')
    .trim()
