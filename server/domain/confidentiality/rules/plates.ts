import { byScript } from '../scripted.ts'
import { all } from '../words/all.ts'
import { matches, type Rule } from './rule.ts'

const PLATES = [
  // China: 粤A12345, 京A·D12345
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\s?[A-HJ-NP-Z]\s?[·•.\-—]?\s?[A-HJ-NP-Z0-9]{1,2}[\s·.-]?[A-HJ-NP-Z0-9]{3,4}(?![A-Za-z0-9])/gu,
  // Cambodia: 2AB-1234. Myanmar: YGN 5D-1234, 1A/1234
  /(?<![A-Za-z0-9])(?:[A-Z]{3}[\s-]?)?[0-9][A-Z]{1,2}\s?[-–./\s]\s?[0-9]{4}(?![0-9])/gu,
  // Cambodia, in its own letters: ១កខ-៥៨២១.
  /(?<![\u1780-\u17ff0-9])[0-9]\s?[\u1780-\u17a2]{1,2}\s?[-–]\s?[0-9]{4}(?![0-9])/gu,
  // Viet Nam: 51F-123.45, 29-B1 123.45, 30A 1234
  /(?<![A-Za-z0-9])[0-9]{2}\s?-?\s?[A-Z]{1,2}[0-9]?\s?[-–.\s]\s?[0-9]{3}[.\s]?[0-9]{1,2}(?![0-9])/gu,
  // Thailand: 1กข 1234, กข-1234. Lao PDR: ກຂ 1234. Myanmar: ၅ဃ/၁၂၃၄. Two consonants with nothing before and after.
  /(?<![\u0e00-\u0e7f0-9])[0-9]\s?[\u0e01-\u0e2e]{2}\s?[-–]?\s?[0-9]{1,4}(?![0-9])/gu,
  /(?<![\u0e00-\u0e7f0-9])(?!คน|รถ|บท|พบ|กม|กก|ซม|มม|ลบ|ตร|พศ|คศ|ชม|นท|ลง|นน|งบ|ชน|บน|หก|ผล|อก|ตน|ธค|มค|สค|ตค|พย|กพ|มค|มย|พค|กค|กย)[\u0e01-\u0e2e]{2}\s?[-–]?\s?[1-9][0-9]{2,3}(?![0-9])/gu,
  /(?<![\u0e80-\u0eff0-9])(?!ຄນ|ກມ|ກກ|ພສ|ຄສ|ຊມ|ລຄ|ຂກ|ນທ|ຈນ)[\u0e81-\u0eae]{2}\s?[-–]?\s?[0-9]{4}(?![0-9])/gu,
  /(?<![\u1000-\u109f0-9])[0-9]{1,2}[\u1000-\u1021]\s?[-–/]\s?[0-9]{4,5}(?![0-9])/gu,
]
const ANNOUNCED = byScript(
  all('plate'),
  (plate) =>
    `${plate}[^\\d\\n]{0,14}?[\\p{L}]{0,3}[\\s-]?(?:[0-9][\\p{L}]{0,3}[\\s./-]?){0,3}[0-9]{2,5}(?:[./\\s-][0-9]{2,4})?`,
  'giu',
)

/** Number plates of the six countries. */
export const plates: Rule = ({ bare: { text } }) => matches('plate', text, [...PLATES, ...ANNOUNCED])
