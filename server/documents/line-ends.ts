/** Stands around what no line may break, in what a template is given; the template sets it in a box. */
const UNBROKEN = '\u2060'

/** Scripts without spaces between words: Typst looks words up, and would begin a line with the sign after one. */
const scripts = String.raw`\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Thai}`
const closing = String.raw`\p{Pe}\p{Pf}.,;:!?%…”’၊။។៕៖ៗๆฯໆຯ`
const ends = new RegExp(`([[${scripts}]--[${closing}]]+)([${closing}]+)`, 'gv')
/** In UTF-16 units. Longer is no word that was found, and must be free to break. */
const LONGEST_WORD = 24

// Dictionaries are by script: the language given here does not matter.
const words = new Intl.Segmenter('th', { granularity: 'word' })

/** Holds each closing sign to the word before it: `ကြည့်ပါ။` begins no line with `။`. */
export const holdLineEnds = (text: string): string =>
  text.replace(ends, (whole, run: string, signs: string) => {
    const last = [...words.segment(run)].at(-1)?.segment ?? run
    if (last.length > LONGEST_WORD) return whole
    return `${run.slice(0, run.length - last.length)}${UNBROKEN}${last}${signs}${UNBROKEN}`
  })
