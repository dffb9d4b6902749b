const DIGIT = /^\p{Nd}$/u
const known = new Map<string, string | null>()

/** Digits that Unicode does not count among the decimal ones: circled, in brackets, with a stop, dingbats. */
const CIRCLED: readonly (readonly [first: number, value: number, count: number])[] = [
  [0x2460, 1, 20],
  [0x2474, 1, 20],
  [0x2488, 1, 20],
  [0x24ea, 0, 1],
  [0x24eb, 11, 10],
  [0x24f5, 1, 10],
  [0x24ff, 0, 1],
  [0x2776, 1, 10],
  [0x2780, 1, 10],
  [0x278a, 1, 10],
  [0x3220, 1, 10],
  [0x3280, 1, 10],
]

/** The ASCII digits a symbol of any script stands for; null when it is no digit. */
export function digitOf(symbol: string): string | null {
  const found = known.get(symbol)
  if (found !== undefined) return found
  const value = reckoned(symbol)
  known.set(symbol, value)
  return value
}

function reckoned(symbol: string): string | null {
  const point = symbol.codePointAt(0) ?? 0
  for (const [first, value, count] of CIRCLED)
    if (point >= first && point < first + count) return String(value + point - first)
  if (!DIGIT.test(symbol)) return null
  const plain = symbol.normalize('NFKC')
  if (/^[0-9]$/.test(plain)) return plain
  // Decimal digits stand in blocks of ten from zero on: how far it is to the start of the block says which one it is.
  let zero = point
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String((point - zero) % 10)
}
