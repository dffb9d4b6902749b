import { isSpaced, oneOf } from '../pattern.ts'
import { byScript } from '../scripted.ts'
import { all } from '../words/all.ts'
import { matches, type Rule } from './rule.ts'

// Street and village level: what lies below a district.

const before = all('placeBefore')
const after = all('placeAfter')
const spaced = (one: { readonly cue: string }) => isSpaced(one.cue)
const joined = (one: { readonly cue: string }) => !isSpaced(one.cue)
const CAPITAL = "[\\p{Lu}][\\p{L}\\p{M}’'-]{1,24}"
const NAME = `${CAPITAL}(?:\\s${CAPITAL}){0,3}`
/** Her village, the road. */
const NOT_NAME = oneOf(all('noName').filter((one) => /^[A-Z]/.test(one)))
const LETTERS = '[\\p{L}\\p{M}]'
/** A number that is a house's, a lane's or a village's. */
const NUMBER = '[0-9]{1,5}(?:\\s?[/-]\\s?[0-9]{1,5}){0,3}[A-Za-z]?'

const PATTERNS = [
  // Street 271, soi Sukhumvit, thôn Đông
  ...byScript(before.filter(spaced), (street) => `${street}[.:]?\\s?(?:(?:no|số|so)[.:]?\\s?)?(?:${NAME}|${NUMBER})`),
  // ซอยลาดพร้าว 12, ភូមិត្រពាំង, ບ້ານໂພນ: letters follow at once or after a space.
  ...byScript(before.filter(joined), (street) => `${street}\\s?[:]?\\s?(?:${LETTERS}{2}|${NUMBER})`),
  // Ta Mao village, ရွှေကျင်ရွာ, 小河村
  ...byScript(after.filter(spaced), (village) => `(?!(?:${NOT_NAME})\\s)${NAME}\\s${village}`),
  ...byScript(after.filter(joined), (village) => village, 'gu', /(?:[\p{L}\p{M}0-9]{2}|[0-9]\)\s?)$/u),
  ...byScript(all('houseNumber'), (house) => `${house}\\s?[:：.]?\\s?(?:[^\\s\\d]{1,4}\\s?)?${NUMBER}`, 'giu'),
  /(?:ផ្ទះ|ច្រក)\s?[0-9]{1,4}[A-Za-z]?(?!\s?(?:ជាន់|ខ្នង|នាក់|គ្រួសារ|ម៉ោង|ថ្ងៃ|[0-9]))/gu,
  // 12 Street 63, 123/4 หมู่
  /(?<![0-9])[0-9]{1,4}(?:\/[0-9]{1,4})?\s?(?:หมู่|ม\.|Moo|moo|ซอย|ซ\.|ถนน|ถ\.|ຖະໜົນ|ຮ່ອມ)/gu,
]

/** Addresses below the district. */
export const places: Rule = ({ bare: { text } }) => matches('address', text, PATTERNS)
