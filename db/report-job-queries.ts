import type { OfficeId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import type { JobStage } from '../server/domain/reports/report-entry.ts'
import { and, asc, eq, isNull, lte, or, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write } from './statement.ts'

/** Something that is to be made: the figures of a report, or a file of one. */
export interface ReportJob {
  /** Of the report, or of the file. */
  readonly id: string
  readonly kind: 'report' | 'reportFile'
  readonly report: string
  readonly office: OfficeId
  readonly attempt: number
  readonly stage: JobStage
  /** 0 to 100. */
  readonly percent: number
  readonly askedAt: Instant
}

const fields = ({ t }: { t: import('./tables/all.ts').Tables }) => ({
  id: t.reportJobs.id,
  kind: t.reportJobs.kind,
  report: t.reportJobs.report,
  office: t.reportJobs.office,
  attempt: t.reportJobs.attempt,
  stage: t.reportJobs.stage,
  percent: t.reportJobs.percent,
  askedAt: t.reportJobs.askedAt,
})

const oldestFree = statement((writing) => {
  const { q, t } = writing
  return q
    .select(fields(writing))
    .from(t.reportJobs)
    .where(or(isNull(t.reportJobs.heldUntil), lte(t.reportJobs.heldUntil, param('now') as never)))
    .orderBy(asc(t.reportJobs.askedAt), asc(t.reportJobs.id))
    .limit(1)
})
const byId = statement((writing) => {
  const { q, t } = writing
  return q
    .select(fields(writing))
    .from(t.reportJobs)
    .where(eq(t.reportJobs.id, param('id')))
})
const ofOffice = statement(({ q, t }) =>
  q
    .select({ count: sql<number>`cast(count(*) as integer)` })
    .from(t.reportJobs)
    .where(eq(t.reportJobs.office, param('office'))),
)
const take = statement(({ q, t }) =>
  q
    .update(t.reportJobs)
    .set({ attempt: param('next'), heldUntil: param('until'), stage: param('stage'), percent: param('percent') })
    .where(and(eq(t.reportJobs.id, param('id')), eq(t.reportJobs.attempt, param('attempt')))),
)
const insertJob = statement(({ q, t }) =>
  q.insert(t.reportJobs).values({
    id: param('id'),
    kind: param('kind'),
    report: param('report'),
    office: param('office'),
    attempt: sql`0`,
    stage: param('stage'),
    percent: sql`0`,
    askedAt: param('at'),
  }),
)
const deleteJob = statement(({ q, t }) => q.delete(t.reportJobs).where(eq(t.reportJobs.id, param('id'))))
const deleteTaken = statement(({ q, t }) =>
  q.delete(t.reportJobs).where(and(eq(t.reportJobs.id, param('id')), eq(t.reportJobs.attempt, param('attempt')))),
)

/** The oldest that nobody has for itself now; null where there is none. */
export async function freeJob(engine: Engine, now: Instant): Promise<ReportJob | null> {
  const [row] = await engine.all(oldestFree, { now })
  return (row as ReportJob | undefined) ?? null
}

/** Null once it is made, has failed or was given up. */
export async function reportJob(engine: Engine, id: string): Promise<ReportJob | null> {
  const [row] = await engine.all(byId, { id })
  return (row as ReportJob | undefined) ?? null
}

/** How many an office waits for. */
export async function jobsOf(engine: Engine, office: OfficeId): Promise<number> {
  const [row] = await engine.all(ofOffice, { office })
  return row?.count ?? 0
}

/** Takes it up once more; refused where somebody else did. */
export const takeWrite = ({ id, attempt }: ReportJob, until: Instant): Write => ({
  statement: take,
  params: { id, attempt, next: attempt + 1, until, stage: 'waiting', percent: 0 },
  unless: { rows: 1, refused: 'conflict' },
})

/** Gives it back as it was before it was taken up; refused where it was given up or taken by somebody else. */
export const letGoWrite = ({ id, attempt }: ReportJob): Write => ({
  statement: take,
  params: { id, attempt, next: attempt - 1, until: null, stage: 'waiting', percent: 0 },
  unless: { rows: 1, refused: 'conflict' },
})

/** Goes on holding it; refused where it was given up or taken by somebody else. */
export const progressWrite = ({ id, attempt, stage, percent }: ReportJob, until: Instant): Write => ({
  statement: take,
  params: { id, attempt, next: attempt, until, stage, percent },
  unless: { rows: 1, refused: 'conflict' },
})

export const newJobWrite = (job: Pick<ReportJob, 'id' | 'kind' | 'report' | 'office'>, at: Instant): Write => ({
  statement: insertJob,
  params: { ...job, at, stage: 'waiting' },
})

/** It was given up. */
export const noJobWrite = (id: string): Write => ({ statement: deleteJob, params: { id } })

/** It ended; refused where it was given up or taken by somebody else meanwhile. */
export const endedWrite = ({ id, attempt }: ReportJob): Write => ({
  statement: deleteTaken,
  params: { id, attempt },
  unless: { rows: 1, refused: 'conflict' },
})
