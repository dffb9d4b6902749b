import { shippedProcedures } from '../../db/reference/read.ts'
import { readWorld } from '../../db/reference/world.ts'
import { sha256 } from '../../server/adapters/hashing.ts'
import { reportIn } from '../../server/documents/reports/report-in.ts'
import type { SafeText } from '../../server/domain/confidentiality/safe-text.ts'
import type { Language } from '../../server/domain/kernel/language.ts'
import type { Wording } from '../../server/domain/kernel/wording.ts'
import { contentText } from '../../server/domain/reports/content-text.ts'
import type { PrintedReport } from '../../server/domain/reports/printed/printed-report.ts'
import type { ReportContent, ReportedFigure } from '../../server/domain/reports/report.ts'
import { sampleContent } from './report-content.ts'

export const setting = { world: readWorld(shippedProcedures().map(({ procedure }) => procedure)) }

/** What officers type and what files must carry: line ends, tabs, signs of XML, beginnings of formulas, every script. */
export const wildTexts: Readonly<Record<Language, string>> = {
  en: '=SUM(A1:A9) & <b>"bold"</b> ]]> it\u2019s\n\tthe \u2018second\u2019 line, _x0041_',
  km: '@សិក្ខាសាលា ៣ ដង <&> ]]>\nជួរទីពីរ',
  lo: '-ກອງປະຊຸມ ໕ ຄັ້ງ <&> ]]>\tຖັນ',
  my: '+အလုပ်ရုံဆွေးနွေးပွဲ ၇ ကြိမ် <&> ]]>\nဒုတိယ',
  th: '=1+1 การประชุมเชิงปฏิบัติการ ๙ ครั้ง <&> ]]>',
  vi: 'Hội thảo “phòng, chống” <&> ]]>\n\tdòng hai; ẹịọụ',
  zh: '=HYPERLINK("x")、研讨会 <&> ]]>\n第二行',
}

const spoken = (text: string, language: Language): Wording => [{ language, text: text as SafeText }]

/** A report in which countries wrote such texts, also into the definitions of their figures. */
export function wildContent(): ReportContent {
  const content = sampleContent('som-progress')
  const wild = Object.entries(wildTexts) as [Language, string][]
  const [first] = content.figures.reported
  if (!first) throw new Error('the sample has national figures')
  const reported = wild.map(
    ([, text], place): ReportedFigure => ({ ...first, total: 900_001 + place, definition: text, coverage: `@${text}` }),
  )
  return {
    ...content,
    figures: { ...content.figures, reported: [...content.figures.reported, ...reported] },
    countries: content.countries.map((part) => ({
      ...part,
      areas: part.areas.map((area) => ({ ...area, activities: wild.map(([one, text]) => spoken(text, one)) })),
    })),
  }
}

export const hashOf = (content: ReportContent): string => sha256(contentText(content))

export const printed = (content: ReportContent, languages: PrintedReport['languages']): PrintedReport =>
  reportIn(setting, content, hashOf(content), languages)
