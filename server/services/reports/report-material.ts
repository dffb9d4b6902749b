import { hasFacts } from '../../../db/fact-counts.ts'
import { registerEntry } from '../../../db/register-queries.ts'
import { madeFigures } from '../../../db/report-content-queries.ts'
import { jobsOf } from '../../../db/report-job-queries.ts'
import { sha256 } from '../../adapters/hashing.ts'
import type { Actor } from '../../domain/cases/actor.ts'
import { seeMeeting } from '../../domain/disclosure/see-meeting.ts'
import { mayReadReport } from '../../domain/disclosure/see-report.ts'
import type { Registered } from '../../domain/registers/register.ts'
import { quartersOf } from '../../domain/reports/figures/period.ts'
import type { ReportMaterial } from '../../domain/reports/report-material.ts'
import type { Service } from '../service.ts'
import { conferenceFor, partsOf } from './report-sources.ts'

type Kind = 'report' | 'reportPart' | 'reportFile'

/** What an act on reports names: the entry it changes, or in its input a report, a meeting, a period. */
interface Named {
  readonly target: string | null
  readonly report?: string | null
  readonly meeting?: string | null
  readonly year?: number
  readonly quarter?: number | null
}

/** Everything an act on reports is decided on; the report itself only where the officer may read it. */
export async function reportMaterial(
  service: Service,
  kind: Kind,
  named: Named,
  by: Actor,
): Promise<{ readonly entry: Registered<Kind> | null; readonly reports: ReportMaterial }> {
  const { engine } = service
  const stored = named.target === null ? null : await registerEntry(engine, kind, named.target)
  // A file of another office is not there, and as much is asked of the store as if it never was.
  const entry = stored && 'office' in stored.content && stored.content.office !== by.office ? null : stored
  const found = kind === 'report' ? (entry as Registered<'report'> | null) : await reportOf(service, entry, named)
  const report = found && mayReadReport(found.content, by) ? found : null
  const reports: ReportMaterial = {
    report,
    made: report && (await madeFigures(engine, report.id)),
    parts: report ? await partsOf(service, report) : [],
    conference: await conferenceFor(service, report ? report.content.meeting : await meetingFor(service, named, by)),
    hasData: named.year !== undefined && (await anythingIn(service, named.year, named.quarter ?? null)),
    waiting: await jobsOf(engine, by.office),
    fictitious: service.fictitious,
    sha256,
  }
  // Of a report that the officer may not read there is no part and no file either.
  return { entry: report ? entry : null, reports }
}

/** The meeting that is named, where the officer may know of it. */
async function meetingFor({ engine }: Service, { meeting }: Named, by: Actor): Promise<string | null> {
  const entry = meeting ? await registerEntry(engine, 'meeting', meeting) : null
  return entry && seeMeeting(entry, by) ? entry.id : null
}

async function reportOf(
  { engine }: Service,
  entry: Registered<Kind> | null,
  { target, report }: Named,
): Promise<Registered<'report'> | null> {
  // Looked for in any case: how much is asked of the store says nothing.
  const id = entry ? (entry.content as { readonly report: string }).report : (report ?? target)
  return id ? registerEntry(engine, 'report', id) : null
}

async function anythingIn({ engine }: Service, year: number, quarter: number | null): Promise<boolean> {
  const [from, to] = quartersOf({ year, quarter })
  return hasFacts(engine, from, to)
}
