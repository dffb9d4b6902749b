import type { SQL } from 'drizzle-orm'
import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { OfficeId, ProcedureId, StepKey } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { type Due, dues } from '../server/domain/reports/figures/open-steps.ts'
import { eq, gt, isNull, lte, sql } from './drizzle.ts'
import { param, type Reading, statement } from './statement.ts'

/** Open steps that are alike, and how many. */
export interface OpenSteps {
  readonly office: OfficeId
  readonly step: StepKey
  readonly procedure: ProcedureId
  readonly version: number
  readonly requestingCountry: CountryCode
  readonly countryOfReturn: CountryCode
  readonly due: Due
  readonly count: number
}

/** Each open step once, by the office that owes it; one reading of the queue counts all three sorts. */
const openSteps = statement(({ q, t: { queue, cases } }) => {
  const by = {
    office: queue.office,
    step: queue.step,
    procedure: cases.procedure,
    version: cases.procedureVersion,
    requestingCountry: cases.requestingCountry,
    countryOfReturn: cases.countryOfReturn,
  }
  const countOf = (due: SQL) => sql<number>`cast(count(*) filter (where ${due}) as integer)`
  const counts: Readonly<Record<Due, SQL<number>>> = {
    'not-yet-due': countOf(gt(queue.dueAt, param('now') as never)),
    overdue: countOf(lte(queue.dueAt, param('now') as never)),
    'no-limit': countOf(isNull(queue.dueAt)),
  }
  return q
    .select({ ...by, ...counts })
    .from(queue)
    .innerJoin(cases, eq(cases.id, queue.caseId))
    .where(eq(queue.owes, param('owes') as never))
    .groupBy(...Object.values(by))
})

type Row = OpenSteps & Readonly<Record<Due, number>>

/** Every step that somebody owes at this instant, counted. */
export const openStepCounts = (now: Instant): Reading<readonly OpenSteps[]> => ({
  statement: openSteps,
  params: { owes: 1, now },
  read: (rows) =>
    (rows as unknown as readonly Row[]).flatMap((row) =>
      dues.map((due) => ({ ...row, due, count: row[due] })).filter(({ count }) => count > 0),
    ),
})
