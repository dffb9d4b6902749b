import { digitOf } from './digit-of.ts'

/** What a set-aside place reads as: neither a letter nor a digit, and never in a cleaned text. */
const ASIDE = '\ue000'

/** A cleaned text as the rules read it: digits and look-alikes folded, with the way back to the text. */
export interface Reading {
  readonly text: string
  /** Index in the cleaned text of each unit, and one more for the end. */
  readonly at: readonly number[]
}

/** Letters of other alphabets that look like Latin ones. */
const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [...'аАвВеЕкКмМнНоОрРсСтТуУхХіІјЈѕЅοΟαΑεΕρΡτΤυΥχΧιΙκΚνΝ'].map((from, place) => [
    from,
    'aAbBeEkKmMhHoOpPcCtTyYxXiIjJsSoOaAeEpPtTuYxXiIkKvN'.charAt(place),
  ]),
)

/** Digits of every script as ASCII, full-width and circled ones too; look-alike letters as Latin; marks on them left out. */
export function read(clean: string): Reading {
  const at: number[] = []
  let text = ''
  let index = 0
  for (const symbol of clean) {
    for (const unit of folded(symbol, text)) {
      text += unit
      at.push(index)
    }
    index += symbol.length
  }
  at.push(clean.length)
  return { text, at }
}

function folded(symbol: string, before: string): string {
  const point = symbol.codePointAt(0) ?? 0
  if (point < 0x80) return symbol
  const digit = digitOf(symbol)
  if (digit !== null) return digit
  // A mark on a digit is only there to hide it.
  if (/^\p{M}$/u.test(symbol) && /[0-9]$/.test(before)) return ''
  const known = LOOK_ALIKES[symbol]
  if (known) return known
  return isCompatible(point) ? symbol.normalize('NFKC').replace(/\u2044/g, '/') : symbol
}

/** Full-width forms, circled and styled letters and digits, superscripts: all that NFKC folds to plain ones. */
const isCompatible = (point: number): boolean =>
  (point >= 0xff01 && point <= 0xff5e) ||
  (point >= 0x2070 && point <= 0x209c) ||
  (point >= 0x2100 && point <= 0x214f) ||
  (point >= 0x2460 && point <= 0x24ff) ||
  (point >= 0x3200 && point <= 0x33ff) ||
  (point >= 0x1d400 && point <= 0x1d7ff) ||
  (point >= 0x1f100 && point <= 0x1f169) ||
  point === 0xb2 ||
  point === 0xb3 ||
  point === 0xb9

/** Units of a reading, `to` the first one after. */
export interface Place {
  readonly from: number
  readonly to: number
}

/** The same reading with some places set aside: no rule sees them. */
export function without({ text, at }: Reading, places: readonly Place[]): Reading {
  if (places.length === 0) return { text, at }
  const units = [...Array(text.length).keys()].map((place) => text.charAt(place))
  for (const { from, to } of places) for (let place = from; place < to; place += 1) units[place] = ASIDE
  return { text: units.join(''), at }
}
