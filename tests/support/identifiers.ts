import fc from 'fast-check'
import type { GuardRule } from '../../server/domain/confidentiality/finding.ts'
import { hidden, invisible, numberOf } from './evasions.ts'

// Identifiers of every kind, invented, as people type them and as people hide them.

const pick = <T>(...all: readonly T[]) => fc.constantFrom(...all)
const latin = (min: number, max: number) =>
  fc.array(pick(...'abcdefghijklmnoprstuvwxyz'), { minLength: min, maxLength: max }).map((letters) => letters.join(''))
const joined = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(''))
const two = (number: number): string => String(number).padStart(2, '0')

const day = fc.record({
  year: fc.integer({ min: 1960, max: 2018 }),
  month: fc.integer({ min: 1, max: 12 }),
  date: fc.integer({ min: 1, max: 28 }),
})

const chinese = fc
  .tuple(numberOf(6), day, fc.integer({ min: 0, max: 999 }))
  .map(([area, { year, month, date }, order]) => {
    const first = `${area}${year}${two(month)}${two(date)}${String(order).padStart(3, '0')}`
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    const sum = weights.reduce((total, weight, place) => total + weight * Number(first[place]), 0)
    return first + '10X98765432'.charAt(sum % 11)
  })
const thai = fc.tuple(fc.integer({ min: 1, max: 8 }), numberOf(11)).map(([first, others]) => {
  const twelve = `${first}${others}`
  const sum = [...twelve].reduce((total, digit, place) => total + Number(digit) * (13 - place), 0)
  return twelve + String((11 - (sum % 11)) % 10)
})
const vietnamese = fc
  .tuple(fc.integer({ min: 1, max: 96 }), fc.integer({ min: 0, max: 3 }), numberOf(8))
  .map(([province, century, others]) => `0${two(province)}${century}${others}`)

const telephone = fc.oneof(
  numberOf(7).map((rest) => `+8551${rest}`),
  numberOf(8).map((rest) => `09${rest}`),
  numberOf(9).map((rest) => `13${rest}`),
  numberOf(7).map((rest) => `+856202${rest}`),
  numberOf(7).map((rest) => `+959${rest}`),
  numberOf(7).map((rest) => `08${rest}1`),
  numberOf(8).map((rest) => `+849${rest}`),
)

const NAMES = {
  latin: pick('Sok Dara', 'Somchai Jaidee', 'Nguyen Thi Lan', 'Thida Aye', 'Khamla Vong', 'Wang Fang'),
  km: pick('សុខ សុភា', 'ចាន់ ដារ៉ា', 'ហេង វិបុល'),
  lo: pick('ສົມຊາຍ ໃຈດີ', 'ຄຳຫຼ້າ ວົງສາ', 'ບຸນມີ ພົມມາ'),
  my: pick('သီတာအေး', 'မျိုးမင်းထွန်း', 'ခင်ခင်ဝင်း'),
  th: pick('สมชาย ใจดี', 'สุดารัตน์ แก้วมณี', 'วิภา ทองสุข'),
  vi: pick('Nguyễn Thị Lan', 'Trần Văn Hùng', 'Lê Minh Châu'),
  zh: pick('王小芳', '李建国', '陈秀英'),
}
const name = fc.oneof(
  joined(pick('Mr ', 'Ms ', 'Mrs. ', 'Daw ', 'U ', 'her name is ', 'named ', 'alias '), NAMES.latin),
  joined(pick('ឈ្មោះ ', 'លោកស្រី ', 'កញ្ញា '), NAMES.km),
  joined(pick('ທ້າວ ', 'ນາງ ', 'ຊື່ ', 'ຊື່ວ່າ '), NAMES.lo),
  joined(pick('ဒေါ်', 'ဦး', 'အမည် ', 'နာမည်က '), NAMES.my),
  joined(pick('นาย', 'นางสาว', 'น.ส. ', 'ด.ญ. ', 'ชื่อ '), NAMES.th),
  joined(pick('ông ', 'bà ', 'chị ', 'tên là ', 'họ và tên: '), NAMES.vi),
  joined(pick('名叫', '姓名：', '她叫'), NAMES.zh),
  joined(NAMES.zh, pick('先生', '女士')),
)

const address = fc.oneof(
  joined(pick('Street ', 'house no. ', 'Moo ', 'Soi '), fc.integer({ min: 1, max: 400 }).map(String)),
  joined(pick('ផ្ទះលេខ ', 'ភូមិត្រពាំងថ្ម ផ្លូវលេខ '), fc.integer({ min: 1, max: 400 }).map(String)),
  joined(pick('ບ້ານໂພນທັນ ໜ່ວຍ ', 'ເຮືອນເລກທີ '), fc.integer({ min: 1, max: 40 }).map(String)),
  joined(pick('အိမ်အမှတ် ', 'အမှတ် (၁၂) ဗိုလ်ချုပ်လမ်း အခန်း '), fc.integer({ min: 1, max: 40 }).map(String)),
  joined(pick('บ้านเลขที่ ', 'หมู่ที่ ', 'ซอยลาดพร้าว '), fc.integer({ min: 1, max: 400 }).map(String)),
  joined(pick('số nhà ', 'thôn Đông Hạ, tổ ', 'ngõ '), fc.integer({ min: 1, max: 400 }).map(String)),
  joined(
    pick('小河村', '人民路'),
    fc.integer({ min: 1, max: 400 }).map((number) => `${number}号`),
  ),
)

const birth = day.map(({ year, month, date }) => ({
  iso: `${year}-${two(month)}-${two(date)}`,
  dmy: `${date}/${month}/${year}`,
}))
const birthDate = fc.oneof(
  birth.map(({ iso }) => `born on ${iso}`),
  birth.map(({ dmy }) => `DOB: ${dmy}`),
  birth.map(({ dmy }) => `កើតថ្ងៃទី ${dmy}`),
  birth.map(({ dmy }) => `ເກີດວັນທີ ${dmy}`),
  birth.map(({ dmy }) => `မွေးသက္ကရာဇ် ${dmy}`),
  day.map(({ year, month, date }) => `เกิดวันที่ ${date}/${month}/${year + 543}`),
  birth.map(({ dmy }) => `sinh ngày ${dmy}`),
  day.map(({ year, month, date }) => `${year}年${month}月${date}日出生`),
)

const WORDS = {
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  km: ['សូន្យ', 'មួយ', 'ពីរ', 'បី', 'បួន', 'ប្រាំ', 'ប្រាំមួយ', 'ប្រាំពីរ', 'ប្រាំបី', 'ប្រាំបួន'],
  lo: ['ສູນ', 'ໜຶ່ງ', 'ສອງ', 'ສາມ', 'ສີ່', 'ຫ້າ', 'ຫົກ', 'ເຈັດ', 'ແປດ', 'ເກົ້າ'],
  my: ['သုည', 'တစ်', 'နှစ်', 'သုံး', 'လေး', 'ငါး', 'ခြောက်', 'ခုနစ်', 'ရှစ်', 'ကိုး'],
  th: ['ศูนย์', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'],
  vi: ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'],
  zh: ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
}
const spelled = fc
  .tuple(pick(...Object.values(WORDS)), numberOf(8), pick(' ', '-', ', '))
  .map(([words, number, separator]) => [...number].map((digit) => words[Number(digit)]).join(separator))

/** Half in words, half in figures. */
const mixed = fc
  .tuple(pick(...Object.values(WORDS)), numberOf(8), fc.integer({ min: 2, max: 4 }))
  .map(([words, number, every]) =>
    [...number].map((digit, place) => (place % every === 0 ? ` ${words[Number(digit)]} ` : digit)).join(''),
  )

const account = joined(latin(4, 8), pick('_', '.', '99', '2006'), numberOf(2))
const zone = fc
  .tuple(pick('KHM', 'CHN', 'LAO', 'MMR', 'THA', 'VNM'), latin(3, 8), latin(3, 8))
  .map(([country, one, other]) => `P<${country}${one}<<${other}`.toUpperCase().padEnd(44, '<'))

/** One identifier of each kind, plain or hidden. */
export const identifiers: Readonly<Record<GuardRule, fc.Arbitrary<string>>> = {
  'machine-readable-zone': fc.oneof(zone, zone.chain(invisible)),
  'e-mail': fc.oneof(
    joined(
      account,
      pick('@', ' @ ', '(at)', ' at ', '＠'),
      pick('gmail.com', 'yahoo.com', 'qq.com', 'mail.example.la'),
    ),
    joined(account, pick('@gmail.com', '@hotmail.com')).chain(invisible),
  ),
  'web-address': fc.oneof(
    joined(
      pick('https://', 'http://www.', 'www.', ''),
      latin(4, 9),
      pick('.com/', '.la/', '.com.kh/', '.vn/'),
      latin(3, 6),
    ),
    joined(pick('facebook.com/', 't.me/', 'fb.com/', 'zalo.me/'), account).chain(invisible),
  ),
  coordinates: fc
    .tuple(
      fc.double({ min: 5, max: 28, noNaN: true }),
      fc.double({ min: 92, max: 110, noNaN: true }),
      pick(', ', ' ', ' / '),
    )
    .map(([north, east, gap]) => `${north.toFixed(4)}${gap}${east.toFixed(4)}`),
  'burmese-identity-number': joined(
    fc.oneof(
      joined(
        pick('12/', '5/', '9 / '),
        pick('OUKAMA', 'OuKaMa', 'MAYAKA', 'PaThaNa'),
        pick('(N)', '(Naing)', ' N ', '(P)'),
      ),
      joined(pick('၁၂/', '၅/'), pick('ဥကမ', 'မရက', 'ပသန'), pick('(နိုင်)', '(ဧည့်)', ' နိုင် ')),
    ),
    numberOf(6).chain(hidden),
  ),
  'chinese-identity-number': chinese.chain(hidden),
  'thai-identity-number': fc.oneof(
    thai.chain(hidden),
    thai.map((id) => `${id[0]}-${id.slice(1, 5)}-${id.slice(5, 10)}-${id.slice(10, 12)}-${id[12]}`),
  ),
  'vietnamese-identity-number': vietnamese.chain(hidden),
  'birth-date': birthDate,
  passport: joined(
    pick('', 'passport ', 'หนังสือเดินทาง ', 'hộ chiếu số ', '护照', 'លិខិតឆ្លងដែន ', 'ໜັງສືຜ່ານແດນ ', 'နိုင်ငံကူးလက်မှတ် '),
    pick('N', 'AB', 'M', 'PA', 'E'),
    pick('', ' '),
    numberOf(7).chain(hidden),
  ),
  plate: fc.oneof(
    joined(pick('2AB-', '1A-', '2AX '), numberOf(4)),
    joined(pick('51F-', '29B1-', '30A-'), numberOf(5)),
    joined(pick('1กข ', '2ขค '), numberOf(4)),
    joined(pick('粤B', '云A', '桂F'), numberOf(5)),
    joined(pick('YGN 5D-', 'MDY 3K/'), numberOf(4)),
    joined(pick('plate no. ', 'ทะเบียน ', 'biển số ', '车牌'), numberOf(4)),
  ),
  'bank-account': joined(
    pick('account ', 'บัญชี ', 'tài khoản ', '账号', 'គណនី ', 'ບັນຊີ ', 'ဘဏ်စာရင်း '),
    numberOf(10).chain(hidden),
  ),
  telephone: telephone.chain(hidden),
  'messenger-account': fc.oneof(
    joined(
      pick('LINE ID: ', 'line id ', 'WeChat: ', '微信号', 'zalo: ', 'Telegram @', 'ไลน์ไอดี ', 'fb: ', 'ເຟສ: '),
      account,
    ),
    joined(fc.constant('@'), account),
  ),
  address,
  number: fc.integer({ min: 6, max: 12 }).chain(numberOf).chain(hidden),
  'spelled-number': fc.oneof(spelled, mixed),
  name,
}
