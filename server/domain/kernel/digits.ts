// First code point of each block of ten digits that the region's keyboards type.
const ZEROS = [0x17e0, 0x0ed0, 0x1040, 0x1090, 0x0e50, 0xff10]

/** Khmer, Lao, Burmese, Shan, Thai and full-width digits become ASCII; NFKC folds only the last of them. */
export function foldDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0
    const zero = ZEROS.find((first) => point >= first && point < first + 10)
    return zero === undefined ? digit : String(point - zero)
  })
}
