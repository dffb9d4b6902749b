import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { OfficeId, ProcedureId, StepKey } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import type { Due } from '../server/domain/reports/figures/open-steps.ts'
import { and, eq, gt, isNull, lte, sql } from './drizzle.ts'
import { param, type Reading, statement, type Writing } from './statement.ts'

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

/** Each open step once, by the office that owes it. */
const openThat = (due: (queue: Writing['t']['queue']) => Parameters<typeof and>[0]) =>
  statement(({ q, t: { queue, cases } }) => {
    const by = {
      office: queue.office,
      step: queue.step,
      procedure: cases.procedure,
      version: cases.procedureVersion,
      requestingCountry: cases.requestingCountry,
      countryOfReturn: cases.countryOfReturn,
    }
    return q
      .select({ ...by, count: sql<number>`cast(count(*) as integer)` })
      .from(queue)
      .innerJoin(cases, eq(cases.id, queue.caseId))
      .where(and(eq(queue.owes, param('owes') as never), due(queue)))
      .groupBy(...Object.values(by))
  })

const statements = {
  'not-yet-due': openThat(({ dueAt }) => gt(dueAt, param('now') as never)),
  overdue: openThat(({ dueAt }) => lte(dueAt, param('now') as never)),
  'no-limit': openThat(({ dueAt }) => isNull(dueAt)),
}

/** Every step that somebody owes at this instant, counted. */
export const openStepCounts = (now: Instant): readonly Reading<readonly OpenSteps[]>[] =>
  Object.entries(statements).map(([due, one]) => ({
    statement: one,
    params: { owes: 1, now },
    read: (rows) => rows.map((row) => ({ ...row, due }) as OpenSteps),
  }))
