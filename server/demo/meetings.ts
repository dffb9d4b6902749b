import { type CountryCode, countryCodes } from '../domain/kernel/country.ts'
import type { Language } from '../domain/kernel/language.ts'
import type { TypedWording } from '../domain/kernel/wording.ts'
import type { Errand } from './registers.ts'

/** A statement in English and, where there is one, in another language. */
const said = (en: string, language?: Language, text?: string): TypedWording => ({
  texts: [{ language: 'en', note: { text: en } }, ...(language && text ? [{ language, note: { text } }] : [])],
})

/** What is left out of a meeting. */
const NOTHING_ELSE = {
  number: null,
  host: null,
  place: null,
  theme: null,
  organisers: null,
  agenda: null,
  delegations: null,
  others: null,
  documents: null,
  outcomes: null,
  decisions: null,
  signatures: null,
  next: null,
}

/** Invented, all of it. */
const seniorOfficials: Errand = {
  days: 28,
  country: null,
  role: 'secretariat',
  name: 'recordMeeting',
  enters: () => ({
    ...NOTHING_ELSE,
    series: 'som',
    number: 30,
    firstDay: '2025-11-18',
    lastDay: '2025-11-19',
    host: 'LA',
    theme: said('Fictitious. Returns that are safe and on time', 'lo', 'ການກັບຄືນທີ່ປອດໄພ ແລະ ທັນເວລາ'),
    organisers: [{ role: 'host', name: said('Fictitious host of the demonstration') }],
    agenda: [
      said('Progress of the six countries', 'zh', '六国进展'),
      said('Time limits that no instrument states', 'th', 'ระยะเวลาที่ไม่มีข้อตกลงใดกำหนด'),
    ],
    delegations: countryCodes.map((country) => ({ country, led: null, persons: 4 })),
    others: [{ group: said('International organisations', 'vi', 'Các tổ chức quốc tế'), persons: 12 }],
    documents: [
      {
        kind: 'plan',
        title: said('Fictitious work plan for 2026'),
        items: [
          {
            number: 1,
            text: said('Joint training of border posts', 'vi', 'Tập huấn chung cho các trạm biên giới'),
            actions: 3,
          },
          { number: 2, text: said('Follow-up after return', 'zh', '返回后的后续支持'), actions: 2 },
        ],
      },
    ],
    outcomes: [said('The work plan was adopted.', 'zh', '工作计划获得通过。')],
    decisions: [{ text: said('Name one contact point for each corridor'), countries: [], due: '2026-06-30' }],
    signatures: countryCodes.map((country) => ({ document: 0, country, office: null, day: '2025-11-19' })),
    next: [{ series: 'som', number: 31, firstDay: null, host: 'KH' }],
  }),
}

/** When the taskforce of each country met, and about what, in its own language. */
const MET: Readonly<Record<CountryCode, readonly [day: string, language: Language, topic: string]>> = {
  KH: ['2025-03-11', 'km', 'ការវិលត្រឡប់ និងការតាមដាន'],
  CN: ['2025-04-15', 'zh', '返回与后续支持'],
  LA: ['2025-05-20', 'lo', 'ການກັບຄືນ ແລະ ການຕິດຕາມ'],
  MM: ['2025-06-17', 'my', 'ပြန်လာခြင်းနှင့် နောက်ဆက်တွဲစောင့်ရှောက်ခြင်း'],
  TH: ['2025-09-09', 'th', 'การกลับประเทศและการติดตามผล'],
  VN: ['2025-10-14', 'vi', 'Việc trở về và theo dõi sau hồi hương'],
}

const taskforces: readonly Errand[] = countryCodes.map((country, place) => {
  const [day, language, topic] = MET[country]
  return {
    days: 34 - place,
    country,
    role: 'taskforce',
    name: 'recordMeeting',
    enters: () => ({
      ...NOTHING_ELSE,
      series: 'taskforce',
      firstDay: day,
      lastDay: day,
      host: country,
      agenda: [said('Fictitious. Returns and follow-up', language, topic)],
      outcomes: [said('Fictitious. Each office names who follows up.')],
    }),
  }
})

/** One meeting of senior officials and one of each taskforce in 2025, written down in the weeks before the demo begins. */
export const meetings: readonly Errand[] = [...taskforces, seniorOfficials]
