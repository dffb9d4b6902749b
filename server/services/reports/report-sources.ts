import { registerEntries, registerEntry } from '../../../db/register-queries.ts'
import { madeFigures, publishedContent } from '../../../db/report-content-queries.ts'
import type { CountryCode } from '../../domain/kernel/country.ts'
import { isConference } from '../../domain/meetings/any-meeting.ts'
import type { Conference } from '../../domain/meetings/meeting.ts'
import type { Registered } from '../../domain/registers/register.ts'
import { contentNow } from '../../domain/reports/content.ts'
import { countriesOf } from '../../domain/reports/countries-of.ts'
import type { ReportContent } from '../../domain/reports/report.ts'
import { partId } from '../../domain/reports/report-entry.ts'
import type { Service } from '../service.ts'

/** The parts of all countries of a report, as they stand; none before its figures are made. */
export const partsOf = (
  { engine }: Service,
  report: Registered<'report'>,
): Promise<readonly Registered<'reportPart'>[]> =>
  registerEntries(
    engine,
    'reportPart',
    countriesOf(report.content).map((country) => partId(report.id, country)),
  )

/** The meeting that a report is for. */
export async function conferenceFor({ engine }: Service, meeting: string | null): Promise<Conference | null> {
  const entry = meeting && (await registerEntry(engine, 'meeting', meeting))
  return entry && isConference(entry.content) ? entry.content : null
}

/** What a report says to a reader: as it was published, else as it stands. Null until its figures are made. */
export async function contentFor(
  service: Service,
  report: Registered<'report'>,
  reader: CountryCode | null,
): Promise<ReportContent | null> {
  if (report.content.published) return publishedContent(service.engine, report.id)
  const made = await madeFigures(service.engine, report.id)
  if (!made) return null
  const parts = (await partsOf(service, report)).map(({ content }) => content)
  const conference = await conferenceFor(service, report.content.meeting)
  return contentNow({ report: report.content, ...made, parts, conference, fictitious: service.fictitious }, reader)
}
