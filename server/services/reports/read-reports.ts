import { newestEntries, registerEntry } from '../../../db/register-queries.ts'
import { fileBytes } from '../../../db/report-content-queries.ts'
import { type ReportJob, reportJob } from '../../../db/report-job-queries.ts'
import { sha256 } from '../../adapters/hashing.ts'
import type { Actor } from '../../domain/cases/actor.ts'
import { mayAsk } from '../../domain/disclosure/question-rules.ts'
import { mayReadReport } from '../../domain/disclosure/see-report.ts'
import type { Registered } from '../../domain/registers/register.ts'
import { contentHash, unclearedIn } from '../../domain/reports/content.ts'
import { type Difference, differencesOf } from '../../domain/reports/differences.ts'
import type { ReportContent } from '../../domain/reports/report.ts'
import type { Making } from '../../domain/reports/report-entry.ts'
import { fillPage, type Page, pageOf } from '../page.ts'
import type { Service } from '../service.ts'
import { contentFor, partsOf } from './report-sources.ts'

export type { Difference }

/** A report as one reader may see it; what it says is read when it is asked for. */
export interface ReportView extends Registered<'report'> {
  /** Null until its figures are made. */
  readonly says: () => Promise<ReportContent | null>
  readonly parts: () => Promise<readonly Registered<'reportPart'>[]>
}

function viewOf(service: Service, report: Registered<'report'>, by: Actor): ReportView {
  let content: ReturnType<ReportView['says']> | null = null
  let parts: ReturnType<ReportView['parts']> | null = null
  return {
    ...report,
    says() {
      content ??= contentFor(service, report, by.country)
      return content
    },
    parts() {
      parts ??= partsOf(service, report)
      return parts
    },
  }
}

/** Of all that a report says to its reader; null until its figures are made. */
export async function hashOf(view: ReportView): Promise<string | null> {
  const content = await view.says()
  return content && contentHash(content, sha256)
}

/** One report; null where there is none or it is not for the reader. */
export async function seeReport(service: Service, by: Actor, id: string): Promise<ReportView | null> {
  const report = await registerEntry(service.engine, 'report', id)
  return report && mayReadReport(report.content, by) ? viewOf(service, report, by) : null
}

/** Reports that the reader may know of, the newest first. */
export async function listReports(
  service: Service,
  by: Actor,
  after: string | null,
  first: number,
): Promise<Page<ReportView>> {
  if (!mayAsk('reports', by.role)) return pageOf([], first)
  return fillPage(
    after === null ? null : { id: after },
    first,
    (from, limit) => newestEntries(service.engine, 'report', from?.id ?? null, limit),
    (entries) => entries.filter(({ content }) => mayReadReport(content, by)).map((entry) => viewOf(service, entry, by)),
  )
}

/** The part of one country in a report that the reader may see. */
export async function seeReportPart(service: Service, by: Actor, id: string): Promise<Registered<'reportPart'> | null> {
  const part = await registerEntry(service.engine, 'reportPart', id)
  // Looked for in any case: how much is asked of the store says nothing.
  const report = await seeReport(service, by, part?.content.report ?? id)
  return report && part
}

/** A file of a report, for the office that asked for it, as long as it may read the report. */
export async function seeReportFile(service: Service, by: Actor, id: string): Promise<Registered<'reportFile'> | null> {
  const file = await registerEntry(service.engine, 'reportFile', id)
  if (!file || file.content.office !== by.office) return null
  return (await seeReport(service, by, file.content.report)) ? file : null
}

/** Its bytes, whole; null where it is not made or not for the reader. */
export async function readReportFile(service: Service, by: Actor, id: string) {
  const file = await seeReportFile(service, by, id)
  const bytes = file?.content.making.state === 'made' ? await fileBytes(service.engine, id) : null
  const report = file && (await registerEntry(service.engine, 'report', file.content.report))
  return file && bytes && report ? { file: file.content, reference: report.content.reference, bytes } : null
}

/** How far a report is: being worked on, cleared by every country, or published. */
export async function statusOf(view: ReportView): Promise<ReportContent['status']> {
  if (view.content.published) return 'published'
  if (!view.content.figuresHash) return 'draft'
  const parts = (await view.parts()).map(({ content }) => content)
  return unclearedIn({ report: view.content, parts }).length === 0 ? 'cleared' : 'draft'
}

/** The report before this one of the same kind, period, corridor and audience. */
export async function previousOf(service: Service, by: Actor, view: ReportView): Promise<ReportView | null> {
  for (let after = view.id; ; ) {
    const page = await newestEntries(service.engine, 'report', after, PORTION)
    const found = page.find((one) => one.content.figuresHash && isAlike(one.content, view.content))
    if (found) return mayReadReport(found.content, by) ? viewOf(service, found, by) : null
    const last = page.at(-1)
    if (!last || page.length < PORTION) return null
    after = last.id
  }
}
const PORTION = 20

/** In what a report differs from the one before it. */
export async function differencesFrom(view: ReportView, previous: ReportView | null): Promise<readonly Difference[]> {
  const [older, newer] = [await previous?.says(), await view.says()]
  return older && newer ? differencesOf(older, newer) : []
}

type Parameters = Pick<Registered<'report'>['content'], 'kind' | 'period' | 'corridor' | 'audience'>
const isAlike = (one: Parameters, other: Parameters): boolean => keyOf(one) === keyOf(other)
const keyOf = ({ kind, period, corridor, audience }: Parameters): string =>
  JSON.stringify([
    kind,
    period.year,
    period.quarter,
    corridor && [corridor.requestingCountry, corridor.countryOfReturn].sort(),
    audience,
  ])

/** How far something is that is made behind the acts. */
export interface ProgressOf {
  readonly making: Making
  readonly job: ReportJob | null
}

export const progressOf = async (service: Service, id: string, making: Making): Promise<ProgressOf> => ({
  making,
  job: making.state === 'making' ? await reportJob(service.engine, id) : null,
})
