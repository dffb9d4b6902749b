import { registerEntry } from '../../../db/register-queries.ts'
import type { ReportJob } from '../../../db/report-job-queries.ts'
import type { Registered } from '../../domain/registers/register.ts'
import type { Merge } from '../../domain/reports/protection/merge.ts'
import type { Service } from '../service.ts'
import { CannotPrint } from './cannot-print.ts'
import { endFigures, endFile, fail } from './end-job.ts'
import { makeFigures } from './make-figures.ts'
import { makeFile, type WriteFile } from './make-file.ts'
import { GivenUp, type Progress } from './progress.ts'

/** What was released in between makes figures be reckoned anew; so often it does not happen. */
const RIVALS = 5

/** Makes what a job asks for, and keeps it in one commit; or says in one commit why it cannot be made. */
export async function doJob(service: Service, job: ReportJob, write: WriteFile, progress: Progress): Promise<void> {
  const report = await registerEntry(service.engine, 'report', job.report)
  if (!report) throw new Error(`the report of job ${job.id} is gone`)
  if (job.kind === 'report') return figures(service, job, report, progress)
  const file = await registerEntry(service.engine, 'reportFile', job.id)
  if (!file) throw new Error(`the file of job ${job.id} is gone`)
  try {
    const made = await makeFile(service, report, file.content, write, progress)
    await endFile(service, job, file, made)
  } catch (error) {
    if (!(error instanceof CannotPrint)) throw error
    await fail(service, job, 'glyph-missing', error.characters)
  }
}

async function figures(
  service: Service,
  job: ReportJob,
  report: Registered<'report'>,
  progress: Progress,
): Promise<void> {
  for (let tried = 0; tried < RIVALS; tried += 1) {
    const figured = await makeFigures(service, report.content, progress)
    if (figured.kind === 'no-data') return fail(service, job, 'no-data', null)
    if (figured.kind === 'not-protected') return fail(service, job, 'not-protected', merges(figured.merge))
    if (await endFigures(service, job, report, figured)) return
    // It was given up, or something else was released meanwhile, and these figures are to be held against it.
    await progress.at('reading', 5)
  }
  throw new GivenUp()
}

/** For people who know the codes: `sent-by-sector: fishing, forestry; …`. */
const merges = (all: readonly Merge[]): string =>
  all.map(({ table, dimension, categories }) => `${table}, ${dimension}: ${categories.join(', ')}`).join('; ')
