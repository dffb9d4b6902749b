import fc from 'fast-check'

/** First digit of each script that the region types, and of some that are only good for hiding. */
const ZEROS = ['0', '០', '໐', '၀', '႐', '๐', '０', '𝟎', '𝟘', '०', '٠']
const CIRCLED = '⓪①②③④⑤⑥⑦⑧⑨'
/** What somebody puts between digits so that a search does not find them. */
const SEPARATORS = [
  ...[
    '',
    ' ',
    '  ',
    '-',
    '.',
    ' - ',
    '/',
    '_',
    ' . ',
    '=',
    '*',
    '|',
    ':',
    '(',
    '&',
    '~',
    '→',
    '÷',
    '…',
    '»',
    '•',
    '·',
    '–',
    '—',
  ],
  ...['\u200b', '\u200d', '\u00ad', '\u2060', '\u00a0', '\u200e', '💥', '♦', '©', 'x'],
]

/** ASCII digits in another script, one for all or one for each. */
const scripted = (digits: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...ZEROS).map((zero) => inScript(digits, zero)),
    fc.constant([...digits].map((digit) => (/[0-9]/.test(digit) ? [...CIRCLED][Number(digit)] : digit)).join('')),
    fc
      .array(fc.constantFrom(...ZEROS), { minLength: digits.length, maxLength: digits.length })
      .map((zeros) => [...digits].map((digit, place) => inScript(digit, zeros[place] ?? '0')).join('')),
  )

const inScript = (digits: string, zero: string): string =>
  digits.replace(/[0-9]/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)))

/** A number in some script, with something between some of its digits. */
export const hidden = (digits: string): fc.Arbitrary<string> =>
  fc
    .tuple(scripted(digits), fc.constantFrom(...SEPARATORS), fc.integer({ min: 1, max: 4 }))
    .map(([text, separator, every]) =>
      [...text].map((one, place) => (place > 0 && place % every === 0 ? separator + one : one)).join(''),
    )

/** A text with characters between its own that nobody sees. */
export const invisible = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('', '\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u202e'),
      fc.integer({ min: 1, max: 5 }),
    )
    .map(([mark, every]) =>
      [...text].map((one, place) => (place > 0 && place % every === 0 ? mark + one : one)).join(''),
    )

export const numberOf = (length: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length - 1, maxLength: length - 1 }),
    )
    .map(([first, others]) => [first, ...others].join(''))
