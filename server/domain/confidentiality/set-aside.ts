import { parseReference } from '../cases/reference.ts'
import { DAY, MONTH, MONTHS } from './dates.ts'
import { alone } from './pattern.ts'
import { type Place, type Reading, without } from './reading.ts'
import { scan } from './scripted.ts'
import { all } from './words/all.ts'

// What is full of digits and harmless: dates of this century, times, articles and numbers of laws, amounts with a
// currency, this service's own references. A date with a word of birth is looked for before this.

/** This century, Gregorian or Buddhist. */
const YEAR = '(?:20[0-4][0-9]|25[4-9][0-9])'
/** Of two digits, only those in which this service works. */
const SHORT_YEAR = '(?:2[4-9]|3[0-5]|6[7-9]|7[0-8])'
const EDGE = ['(?<![0-9./-])', '(?![0-9]|[./-][0-9])'] as const
const edged = (source: string): string => `${EDGE[0]}${source}${EDGE[1]}`
const RANGE = `(?:${DAY}\\s?[-–—~]\\s?)?`
const NOT_DIGITS = ['(?<![0-9])', '(?![0-9])'] as const

/** A day of this century in figures, in any order of the region. */
const NUMERIC_DATE = [
  edged(`${YEAR}\\s?([-/.])\\s?${MONTH}\\s?\\1\\s?${DAY}`),
  edged(`${RANGE}${DAY}\\s?([-/.])\\s?${MONTH}\\s?\\2\\s?(?:${YEAR}|${SHORT_YEAR})`),
] as const

const DATES = new RegExp(
  [
    ...NUMERIC_DATE,
    // 2 March 2026, 2 มี.ค. 2569, March 2, 2026
    `${NOT_DIGITS[0]}${RANGE}${DAY}(?:st|nd|rd|th)?\\s?(?:of\\s)?${MONTHS}[.,]?\\s?(?:[^\\s\\d]{1,8}\\s?)?${YEAR}${NOT_DIGITS[1]}`,
    `${MONTHS}[.]?\\s?${RANGE}${DAY}(?:st|nd|rd|th)?,?\\s?${YEAR}${NOT_DIGITS[1]}`,
    // 03/2026, 2026/03, 2026-2027
    edged(`${MONTH}\\s?[-/.]\\s?${YEAR}`),
    edged(`${YEAR}\\s?[-/.]\\s?${MONTH}`),
    edged(`${YEAR}\\s?[-–—/~至到]\\s?(?:${YEAR}|${SHORT_YEAR})`),
    // 2026年3月2日
    `${NOT_DIGITS[0]}${YEAR}\\s?年\\s?${MONTH}\\s?月(?:\\s?${RANGE}${DAY}\\s?[日号])?`,
    // tháng 3 năm 2026, ngày 2-3-2026; ខែ ៣ ឆ្នាំ ២០២៦
    `${NOT_DIGITS[0]}${DAY}\\s?(?:tháng|thang|ខែ|ເດືອນ)\\s?${MONTH}(?:\\s?(?:năm|nam|ឆ្នាំ|ປີ|,)\\s?${YEAR})?${NOT_DIGITS[1]}`,
    // tháng tư năm hai nghìn không trăm hai mươi sáu
    'tháng\\s(?:giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:\\s(?:một|hai))?|chạp)\\snăm\\s(?:hai|một)\\s(?:nghìn|ngàn)(?:\\s\\p{L}{1,6}){0,6}',
    // 2551 (2008)
    edged('25[0-9]{2}\\s?[(/]\\s?(?:19|20)[0-9]{2}\\)?'),
    edged('(?:19|20)[0-9]{2}\\s?[(/]\\s?25[0-9]{2}\\)?'),
  ].join('|'),
  'giu',
)

const HOUR = '(?:[01]?[0-9]|2[0-4])'
const TIMES = new RegExp(
  `(?<![0-9:.])${HOUR}(?:[:.][0-5][0-9]){1,2}\\s?(?:[-–—~至到]|to|đến|ถึง|ដល់|ຫາ)\\s?${HOUR}(?:[:.][0-5][0-9]){1,2}(?![0-9:]|\\.[0-9])|(?<![0-9:])${HOUR}(?::[0-5][0-9]){1,2}(?![0-9:])|(?<![0-9:.])${HOUR}[.:][0-5][0-9]\\s?(?:น\\.|น(?![\\u0e00-\\u0e7f])|hrs?|am|pm|a\\.m|p\\.m|ໂມງ|นาฬิกา|နာရီ|giờ|ម៉ោង)|(?<=(?:เวลา|ម៉ោង|ເວລາ|lúc|at|နာရီ)\\s?)${HOUR}[.:][0-5][0-9](?![0-9]|[.:][0-9])|(?<![0-9])${HOUR}\\s?[hH点时]\\s?[0-5][0-9](?![0-9])`,
  'gu',
)

/** 0600-2200 */
const WATCHES = /(?<![0-9])(?:[01][0-9]|2[0-4])[0-5][05]\s?(?:[-–—]|to)\s?(?:[01][0-9]|2[0-4])[0-5][05](?![0-9])/gu

/** Law 41/2022, 53/2024/QH15, B.E. 2551. */
const LAWS = new RegExp(
  `(?:NS|នស)/(?:RKM|រកម)/[0-9]{3,4}/[0-9]{2,4}|${edged('[0-9]{1,4}\\s?/\\s?(?:19|20|24|25)[0-9]{2}(?:/[A-ZĐ]{2,}[0-9A-ZĐ-]{0,8})?')}`,
  'gu',
)

/** Not within a word that begins with a vowel before it: ຈັດ is kyat, ເຈັດ is seven. */
const CURRENCY = `(?<![\\u0e40-\\u0e44\\u0ec0-\\u0ec4])${alone(all('currencies'))}`
const MULTIPLIER = alone(all('multipliers'))
/** 1,250,000 or 15.000.000 or 1 250 000, or ending in thousands. */
const GROUPED = '[1-9][0-9]{0,2}(?:([.,\\u2019 ])[0-9]{3})(?:\\2[0-9]{3}){0,3}(?:[.,][0-9]{1,2})?'
const ROUND = '[1-9][0-9]{0,6}000'
const AMOUNTS = [
  new RegExp(`(?<![0-9.,])()(?:${GROUPED}|${ROUND})\\s?(?:${MULTIPLIER}\\s?){0,2}(?:${CURRENCY}|[$€¥฿₫₭៛])`, 'giu'),
  // Where another number follows the currency is that one's: of "Soi 145 USD 4,500" the 145 is no amount.
  new RegExp(
    `(?<![0-9.,])[1-9][0-9]{0,4}(?:[.,][0-9]{1,3})?\\s?(?:${MULTIPLIER}\\s?){0,2}(?:${CURRENCY}|[$€¥฿₫₭៛])(?!\\s?[0-9])`,
    'giu',
  ),
  // A small number with a letter right after it is the beginning of something else: of "5,000 baht 2AB-5423" the 2.
  new RegExp(
    `(?:${CURRENCY}|[$€¥฿₫₭៛])()\\s?(?:${GROUPED}|${ROUND}|[1-9][0-9]{0,4}(?![a-z]))(?![0-9]|[.,][0-9])`,
    'giu',
  ),
  // 120,000 persons: a count of whole thousands.
  /(?<![0-9.,])[1-9][0-9]{0,2}[.,]000(?![0-9]|[.,][0-9])/gu,
]

/** A reference as people type it; only one with the right check symbol is set aside. */
const REFERENCE =
  /(?<![A-Za-z0-9])[A-Za-z]{2}[\s\p{Pd}_.]{0,2}[A-Za-z]{2}[\s\p{Pd}_.]{0,2}[0-9]{4}[\s\p{Pd}_.]{0,2}[2-9A-Za-z]{6}(?![A-Za-z0-9])/gu

/** More than this many of one kind in a row, with no word between them, are no dates, times or amounts but a number in pieces. */
const IN_A_ROW = 2

/** Places of one kind, but those that stand in a row. */
function notInARow(found: readonly Place[], text: string): readonly Place[] {
  const sorted = found.toSorted((one, other) => one.from - other.from)
  const rows: Place[][] = []
  for (const place of sorted) {
    const last = rows.at(-1)
    const before = last?.at(-1)
    if (last && before && !/[\p{L}\p{N}]/u.test(text.slice(before.to, place.from))) last.push(place)
    else rows.push([place])
  }
  return rows.filter((row) => row.length <= IN_A_ROW).flat()
}

/** The reading without what is harmless although it looks like a number. */
export function setAside(reading: Reading): Reading {
  const { text } = reading
  const references = scan(text, [REFERENCE]).filter(({ from, to }) => parseReference(text.slice(from, to)))
  const kinds = [AMOUNTS, [DATES], [TIMES], [WATCHES], [LAWS]]
  return kinds.reduce(
    (left, patterns) => without(left, notInARow(scan(left.text, patterns), left.text)),
    without(reading, references),
  )
}
