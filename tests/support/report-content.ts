import type { SafeText } from '../../server/domain/confidentiality/safe-text.ts'
import type { Code, OfficeId, ProcedureId, StepKey } from '../../server/domain/kernel/ids.ts'
import type { Day, Instant } from '../../server/domain/kernel/instant.ts'
import type { Language } from '../../server/domain/kernel/language.ts'
import type { Wording } from '../../server/domain/kernel/wording.ts'
import {
  type AreaText,
  type CountryPart,
  draftedCodes,
  type Figures,
  type ReportContent,
  reportAreas,
} from '../../server/domain/reports/report.ts'
import type { ReportKind } from '../../server/domain/reports/report-kinds.ts'
import { sampleTables, snapshot } from './report-tables.ts'
import { sampleConference } from './sample-conference.ts'

const worded = (language: Language, text: string): Wording => [{ language, text: text as SafeText }]

/** The first area with every drafted sentence, once with its number and once without; the others with a word of each kind. */
const areas = (language: Language, text: string): readonly AreaText[] =>
  reportAreas.map((area, place) => ({
    area,
    drafted:
      place > 0
        ? []
        : draftedCodes.flatMap((code, index) =>
            [200 + index, null].map((count) => ({
              code,
              part: 'results' as const,
              count,
              indicator: code === 'reported' ? ('identified' as Code) : null,
            })),
          ),
    activities: [worded(language, text)],
    results: place === 1 ? [] : [worded(language, text)],
    nextPlan: [worded(language, text)],
  }))

const cleared = (office: string) => ({ office: office as OfficeId, at: '2026-11-21T20:00:00.000Z' as Instant })
const countries: readonly CountryPart[] = [
  { country: 'KH', areas: areas('km', 'សិក្ខាសាលាមួយត្រូវបានរៀបចំ។'), cleared: cleared('kh-ncct') },
  { country: 'LA', areas: [], cleared: null },
  { country: 'TH', areas: areas('th', 'ได้จัดการประชุมเชิงปฏิบัติการ'), cleared: cleared('th-committee') },
]

const figures: Figures = {
  snapshot,
  tables: sampleTables(),
  durations: (['acknowledgeRequest', 'recordVerification', 'confirmReception'] as const).flatMap((step, place) =>
    (['KH', 'TH', 'VN'] as const).map((owedBy) => ({
      table: ['acknowledged-in-time', 'verified-in-time', 'received-in-time'][place] ?? '',
      where: { owedBy, ...(owedBy === 'KH' ? { inTime: 'late' } : {}) },
      step: step as string as Code,
      owedBy,
      corridor: null,
      ...(owedBy === 'TH'
        ? { n: 4001 + place, median: 12 + place, percentile90: 31 + place, notYetDue: 5001 + place }
        : { n: null, median: null, percentile90: null, notYetDue: null }),
    })),
  ),
  reported: [2024, 2025].flatMap((year) =>
    [3846, 3777].map((total, index) => ({
      country: 'CN' as const,
      indicator: (index === 0 ? 'identified' : 'assisted') as Code,
      period: { year, quarter: index === 0 ? null : 3 },
      corridor: index === 0 ? null : { requestingCountry: 'CN' as const, countryOfReturn: 'VN' as const },
      total: total + year,
      definition: `所有经确认的受害人，${year}年`,
      coverage: '全国',
      source: '公安部年报',
      sourceDay: `${year + 1}-03-01` as Day,
    })),
  ),
  periodEnded: true,
  rules: { threshold: 5, interval: 3, assumed: true },
  assumedLimits: [
    {
      procedure: 'kh-th-mou-2003.th-kh' as ProcedureId,
      version: 1,
      step: 'acknowledge-request' as StepKey,
      count: 7,
      unit: 'workingDays',
    },
    {
      procedure: 'kh-th-mou-2003.th-kh' as ProcedureId,
      version: 1,
      step: 'record-identification' as StepKey,
      count: 72,
      unit: 'hours',
    },
  ],
}

/** A report of each kind with everything in it, all of it invented. */
export const sampleContent = (kind: ReportKind): ReportContent => ({
  kind,
  period: { year: 2026, quarter: kind === 'corridor-review' ? 3 : null },
  corridor: kind === 'corridor-review' ? { requestingCountry: 'TH', countryOfReturn: 'KH' } : null,
  meeting: kind === 'corridor-review' ? null : 'meeting-1',
  audience: 'governments',
  reference: 'SOM-2026-7Q4M9D',
  fictitious: true,
  status: 'draft',
  figures,
  conference: kind === 'corridor-review' ? null : sampleConference,
  countries,
  leftOut: ['VN'],
})
