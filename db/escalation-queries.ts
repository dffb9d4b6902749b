import type { Level } from '../server/domain/deadlines/ladder.ts'
import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { CaseId, OfficeId, StepKey } from '../server/domain/kernel/ids.ts'
import type { Day, Instant } from '../server/domain/kernel/instant.ts'
import { and, asc, eq, gt, or, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { rolesOf } from './queue-roles.ts'
import { param, statement, type Writing } from './statement.ts'

/** A step that came to a level of the ladder and is still owed, with when it is due now. */
export interface Escalation {
  readonly caseId: CaseId
  readonly step: StepKey
  readonly level: Level
  readonly at: Instant
  readonly office: OfficeId
  readonly roles: readonly string[]
  readonly country: CountryCode
  readonly requestingCountry: CountryCode
  readonly countryOfReturn: CountryCode
  readonly dueDay: Day
  readonly dueAt: Instant | null
}

/** An escalation and the queue row it is of: the same opening of the same step. */
export const sameStep = (t: Writing['t']) =>
  and(
    eq(t.escalations.caseId, t.queue.caseId),
    eq(t.escalations.step, t.queue.step),
    eq(t.escalations.openedAt, t.queue.openedAt),
  )
const openEscalations = statement(({ q, t }) =>
  q
    .select({
      caseId: t.escalations.caseId,
      step: t.escalations.step,
      level: t.escalations.level,
      at: t.escalations.at,
      office: t.queue.office,
      country: t.escalations.country,
      requestingCountry: t.escalations.requestingCountry,
      countryOfReturn: t.escalations.countryOfReturn,
      roles: t.queue.roles,
      dueDay: t.queue.dueDay,
      dueAt: t.queue.dueAt,
    })
    .from(t.escalations)
    .innerJoin(t.queue, and(sameStep(t), eq(t.queue.owes, param('one'))))
    .where(
      and(
        eq(t.escalations.country, param('country')),
        eq(t.escalations.level, param('level')),
        or(
          gt(t.escalations.at, param('at')),
          and(
            eq(t.escalations.at, param('at')),
            sql`(${t.escalations.caseId}, ${t.escalations.step}) > (${param('caseId')}, ${param('step')})`,
          ),
        ),
      ),
    )
    .orderBy(asc(t.escalations.at), asc(t.escalations.caseId), asc(t.escalations.step))
    .limit(param('limit') as never),
)

export type EscalationKey = Pick<Escalation, 'at' | 'caseId' | 'step'>

/** Steps of a country that came to a level and are still owed, the longest first; whether they still belong there is not looked at. */
export async function escalationsOf(
  engine: Engine,
  country: CountryCode,
  level: Level,
  after: EscalationKey | null,
  limit: number,
): Promise<readonly Escalation[]> {
  const key = after ?? { at: '', caseId: '', step: '' }
  const rows = await engine.all(openEscalations, { ...key, country, level, one: 1, limit })
  return rows.map((row) => ({ ...row, roles: rolesOf(row.roles) })) as unknown as readonly Escalation[]
}
