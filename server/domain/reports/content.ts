import type { Sha256 } from '../journal/commitment.ts'
import type { CountryCode } from '../kernel/country.ts'
import type { Conference } from '../meetings/meeting.ts'
import { contentText } from './content-text.ts'
import { countriesOf } from './countries-of.ts'
import { type Drafted, recounted } from './drafted-lines.ts'
import { leaveOut } from './leave-out.ts'
import { type AreaText, type CountryPart, type Figures, type ReportContent, reportAreas } from './report.ts'
import type { ReportEntry, ReportPartEntry } from './report-entry.ts'

/** What the content of a report is put together from. */
export interface ContentSources {
  readonly report: ReportEntry
  readonly figures: Figures
  readonly drafted: Drafted
  readonly parts: readonly ReportPartEntry[]
  readonly conference: Conference | null
  readonly fictitious: boolean
}

/** Countries that have not cleared their part. */
export const unclearedIn = ({ report, parts }: Pick<ContentSources, 'report' | 'parts'>): readonly CountryCode[] =>
  countriesOf(report).filter((country) => !parts.some((part) => part.country === country && part.cleared))

/** What a report says now to those who work on it. What a country has written and not cleared only that country reads. */
export function contentNow(sources: ContentSources, reader: CountryCode | null): ReportContent {
  const parts = sources.parts.map((part) =>
    part.cleared || part.country === reader ? part : { ...part, lines: [], struck: [] },
  )
  return contentOf({ ...sources, parts }, unclearedIn(sources).length === 0 ? 'cleared' : 'draft', [])
}

/** What is published: without the parts and the figures of the countries left out. */
export const contentToPublish = (sources: ContentSources, leftOut: readonly CountryCode[]): ReportContent =>
  contentOf(sources, 'published', leftOut)

/** Of the text that JSON files hold, so that whoever has one can reckon it. */
export const contentHash = (content: ReportContent, sha256: Sha256): string => sha256(contentText(content))

function contentOf(
  { report, figures, drafted, parts, conference, fictitious }: ContentSources,
  status: ReportContent['status'],
  leftOut: readonly CountryCode[],
): ReportContent {
  const { kind, period, corridor, meeting, audience, reference } = report
  const shown = leaveOut(figures, leftOut)
  const told = recounted(drafted, report, shown.tables)
  const countries = countriesOf(report).filter((country) => !leftOut.includes(country))
  return {
    kind,
    period,
    corridor,
    meeting,
    audience,
    reference,
    fictitious,
    status,
    figures: shown,
    conference,
    countries: countries.map((country) => partOf(country, parts, told)),
    leftOut,
  }
}

function partOf(country: CountryCode, parts: readonly ReportPartEntry[], drafted: Drafted): CountryPart {
  const own = parts.find((part) => part.country === country)
  const lines = own?.lines ?? []
  const sentences = (drafted[country] ?? []).filter(({ code }) => !own?.struck.includes(code))
  const areas = reportAreas.map((area): AreaText => {
    const said = (part: 'activities' | 'results' | 'nextPlan') =>
      lines.filter((line) => line.area === area && line.part === part).map(({ wording }) => wording)
    return {
      area,
      drafted: sentences.filter((one) => one.area === area).map(({ area: _area, ...line }) => line),
      activities: said('activities'),
      results: said('results'),
      nextPlan: said('nextPlan'),
    }
  })
  return { country, areas, cleared: own?.cleared ?? null }
}
