import { isSpaced, oneOf } from '../pattern.ts'
import { all } from '../words/all.ts'
import { type Found, found, type Rule } from './rule.ts'

const NUMERALS = all('numerals')
const spaced = Object.keys(NUMERALS).filter(isSpaced)
const joined = Object.keys(NUMERALS).filter((word) => !isSpaced(word))
const WORD = new RegExp(
  `(?<![\\p{Script=Latin}])${oneOf(spaced)}(?![\\p{Script=Latin}])|${oneOf(joined)}|[0-9]+`,
  'giu',
)
/** What may stand between two words of one number. */
const GAP = /^(?:[\s,.\-–—/·、，၊]|and|và|និង|ແລະ|และ){0,4}$/u
const REFUSED_FROM = 6

/** A number in words, or in words and figures mixed, of six digits or more. */
export const spelledNumbers: Rule = ({ bare: { text } }) => {
  const all: Found[] = []
  let from = 0
  let to = -1
  let digits = 0
  let words = 0
  let figures = 0
  let tens = false
  const close = () => {
    // One word beside one figure is a count of something; more of either is a number in disguise.
    if (words > 0 && words + figures > 2 && digits >= REFUSED_FROM) all.push(found('spelled-number', from, to))
  }
  for (const match of text.matchAll(WORD)) {
    const word = match[0].toLowerCase().replace(/\s+/g, ' ')
    if (to < 0 || !GAP.test(text.slice(to, match.index))) {
      close()
      from = match.index
      digits = 0
      words = 0
      figures = 0
      tens = false
    }
    const isFigure = /^[0-9]/.test(word)
    const counts = isFigure ? word.length : (NUMERALS[word] ?? 1)
    // "twenty one" is two digits, not three.
    digits += tens && counts === 1 ? 0 : counts
    tens = !isFigure && counts === 2 && TENS.test(word)
    words += isFigure ? 0 : 1
    figures += isFigure ? 1 : 0
    to = match.index + match[0].length
  }
  close()
  return all
}

const TENS = /ty$|mươi$|muoi$|สิบ$|ສິບ$|ဆယ်$|សិប$|^ម្ភៃ$|^ຊາວ$/u
