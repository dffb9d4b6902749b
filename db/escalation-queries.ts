import type { Level } from '../server/domain/deadlines/ladder.ts'
import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { CaseId, OfficeId, StepKey } from '../server/domain/kernel/ids.ts'
import type { Day, Instant } from '../server/domain/kernel/instant.ts'
import { and, asc, eq, gt, isNull, lte, or, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write } from './statement.ts'

/** An owed step that the ladder looks at. */
export interface LadderRow {
  readonly office: OfficeId
  readonly caseId: CaseId
  readonly step: StepKey
  readonly dueDay: Day
  readonly dueAt: Instant | null
  readonly openedAt: Instant
  readonly nextAt: Instant | null
  readonly requestingCountry: CountryCode
  readonly countryOfReturn: CountryCode
}

/** An overdue step as the ladder recorded it, while it is still owed. */
export interface Escalation {
  readonly caseId: CaseId
  readonly step: StepKey
  readonly level: Level
  readonly at: Instant
  readonly office: OfficeId
  readonly country: CountryCode
  readonly requestingCountry: CountryCode
  readonly countryOfReturn: CountryCode
  readonly dueDay: Day
}

const ladderColumns = (t: Parameters<Parameters<typeof statement>[0]>[0]['t']) => ({
  office: t.queue.office,
  caseId: t.queue.caseId,
  step: t.queue.step,
  dueDay: t.queue.dueDay,
  dueAt: t.queue.dueAt,
  openedAt: t.queue.openedAt,
  nextAt: t.queue.nextAt,
  requestingCountry: t.cases.requestingCountry,
  countryOfReturn: t.cases.countryOfReturn,
})
const dueRows = statement(({ q, t }) =>
  q
    .select(ladderColumns(t))
    .from(t.queue)
    .innerJoin(t.cases, eq(t.cases.id, t.queue.caseId))
    .where(lte(t.queue.nextAt, param('now')))
    .orderBy(asc(t.queue.nextAt), asc(t.queue.office), asc(t.queue.caseId), asc(t.queue.step))
    .limit(param('limit') as never),
)
const rowsWithoutAnybody = statement(({ q, t, within }) =>
  q
    .select(ladderColumns(t))
    .from(t.queue)
    .innerJoin(t.cases, eq(t.cases.id, t.queue.caseId))
    .leftJoin(
      t.escalations,
      and(
        eq(t.escalations.caseId, t.queue.caseId),
        eq(t.escalations.step, t.queue.step),
        eq(t.escalations.openedAt, t.queue.openedAt),
        eq(t.escalations.level, param('one')),
      ),
    )
    .where(and(within(t.queue.office, param('offices')), eq(t.queue.owes, param('one')), isNull(t.escalations.caseId)))
    .orderBy(asc(t.queue.office), asc(t.queue.dueDay), asc(t.queue.caseId), asc(t.queue.step))
    .limit(param('limit') as never),
)
const owingRoles = statement(({ q, t }) =>
  q
    .selectDistinct({ office: t.queue.office, roles: t.queue.roles })
    .from(t.queue)
    .where(eq(t.queue.owes, param('one')))
    .orderBy(asc(t.queue.office), asc(t.queue.roles)),
)
const insertEscalation = statement(({ q, t }) =>
  q
    .insert(t.escalations)
    .values({
      caseId: param('caseId'),
      step: param('step'),
      openedAt: param('openedAt'),
      level: param('level'),
      at: param('at'),
      office: param('office'),
      country: param('country'),
      requestingCountry: param('requestingCountry'),
      countryOfReturn: param('countryOfReturn'),
      dueDay: param('dueDay'),
    })
    .onConflictDoNothing(),
)
const insertAgendaItem = statement(({ q, t }) =>
  q
    .insert(t.agendaItems)
    .values({
      id: param('id'),
      requestingCountry: param('requestingCountry'),
      countryOfReturn: param('countryOfReturn'),
      step: param('step'),
      owedBy: param('country'),
      at: param('at'),
    })
    .onConflictDoNothing(),
)
const moveNext = statement(({ q, t }) =>
  q
    .update(t.queue)
    .set({ nextAt: param('next') })
    .where(
      and(
        eq(t.queue.office, param('office')),
        eq(t.queue.dueDay, param('dueDay')),
        eq(t.queue.caseId, param('caseId')),
        eq(t.queue.step, param('step')),
        eq(t.queue.nextAt, param('nextAt')),
      ),
    ),
)
const dropEscalations = statement(({ q, t }) =>
  q.delete(t.escalations).where(and(eq(t.escalations.caseId, param('caseId')), eq(t.escalations.step, param('step')))),
)
const openEscalations = statement(({ q, t }) =>
  q
    .select({
      caseId: t.escalations.caseId,
      step: t.escalations.step,
      level: t.escalations.level,
      at: t.escalations.at,
      office: t.escalations.office,
      country: t.escalations.country,
      requestingCountry: t.escalations.requestingCountry,
      countryOfReturn: t.escalations.countryOfReturn,
      dueDay: t.escalations.dueDay,
    })
    .from(t.escalations)
    .innerJoin(
      t.queue,
      and(
        eq(t.queue.caseId, t.escalations.caseId),
        eq(t.queue.step, t.escalations.step),
        eq(t.queue.openedAt, t.escalations.openedAt),
        eq(t.queue.owes, param('one')),
      ),
    )
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

export const ladderRowsDue = async (engine: Engine, now: Instant, limit: number): Promise<readonly LadderRow[]> =>
  (await engine.all(dueRows, { now, limit })) as unknown as readonly LadderRow[]

/** Owed steps of offices in which nobody has the role, and that are not on the ladder yet. */
export const ladderRowsWithoutAnybody = async (
  engine: Engine,
  offices: readonly OfficeId[],
  limit: number,
): Promise<readonly LadderRow[]> =>
  (await engine.all(rowsWithoutAnybody, { offices: JSON.stringify(offices), one: 1, limit })) as unknown as LadderRow[]

/** Offices that owe something, with the roles that may do it there. */
export async function officesOwing(engine: Engine): Promise<readonly { office: OfficeId; roles: readonly string[] }[]> {
  const rows = await engine.all(owingRoles, { one: 1 })
  return rows.map(({ office, roles }) => ({ office: office as OfficeId, roles: roles.split(',').filter(Boolean) }))
}

export const escalationWrite = (row: LadderRow, country: CountryCode, level: Level, at: Instant): Write => ({
  statement: insertEscalation,
  params: { ...row, country, level, at },
})

/** `id` is the same for the same step of the same case, and tells nothing of either. */
export const agendaWrite = (row: LadderRow, country: CountryCode, id: string, at: Instant): Write => ({
  statement: insertAgendaItem,
  params: { ...row, country, id, at },
})

export const nextLook = (row: LadderRow, next: Instant | null): Write => ({
  statement: moveNext,
  params: { ...row, next },
})

export const dropEscalationsOf = (caseId: CaseId, step: StepKey): Write => ({
  statement: dropEscalations,
  params: { caseId, step },
})

export type EscalationKey = Pick<Escalation, 'at' | 'caseId' | 'step'>

/** Steps of a country that have reached a level and are still owed, the longest first. */
export async function escalationsOf(
  engine: Engine,
  country: CountryCode,
  level: Level,
  after: EscalationKey | null,
  limit: number,
): Promise<readonly Escalation[]> {
  const key = after ?? { at: '', caseId: '', step: '' }
  return (await engine.all(openEscalations, { ...key, country, level, one: 1, limit })) as unknown as Escalation[]
}
