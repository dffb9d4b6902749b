import type { Level } from '../server/domain/deadlines/ladder.ts'
import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { CaseId, OfficeId, StepKey } from '../server/domain/kernel/ids.ts'
import type { Day, Instant } from '../server/domain/kernel/instant.ts'
import { and, asc, eq, lt, ne, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { sameStep } from './escalation-queries.ts'
import { rolesOf } from './queue-roles.ts'
import { param, statement, type Write, type Writing } from './statement.ts'

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
  /** Null while the case is known to one country alone. */
  readonly sentAt: Instant | null
}

/** A row of the queue of an office, looked at whether anybody is there to do it. */
export interface OwedRow extends LadderRow {
  readonly roles: readonly string[]
  readonly owes: boolean
  /** The first level is recorded already. */
  readonly isRaised: boolean
}

const ladderColumns = (t: Writing['t']) => ({
  office: t.queue.office,
  caseId: t.queue.caseId,
  step: t.queue.step,
  dueDay: t.queue.dueDay,
  dueAt: t.queue.dueAt,
  openedAt: t.queue.openedAt,
  nextAt: t.queue.nextAt,
  requestingCountry: t.cases.requestingCountry,
  countryOfReturn: t.cases.countryOfReturn,
  sentAt: t.cases.sentAt,
})
const dueRows = statement(({ q, t }) =>
  q
    .select(ladderColumns(t))
    .from(t.queue)
    .innerJoin(t.cases, eq(t.cases.id, t.queue.caseId))
    // Not at the very instant: a level is reached once its instant has passed.
    .where(lt(t.queue.nextAt, param('now')))
    // Any few of them: many fall due at one midnight, and to order those would be to read them all each time.
    .orderBy(asc(t.queue.nextAt))
    .limit(param('limit') as never),
)
/** A page in the order of the table's own key, whatever it holds: how long it takes does not depend on what is found. */
const officeRows = statement(({ q, t }) =>
  q
    .select({
      ...ladderColumns(t),
      roles: t.queue.roles,
      owes: t.queue.owes,
      raisedAt: t.escalations.at,
    })
    .from(t.queue)
    .innerJoin(t.cases, eq(t.cases.id, t.queue.caseId))
    .leftJoin(t.escalations, and(sameStep(t), eq(t.escalations.level, param('first'))))
    .where(
      and(
        eq(t.queue.office, param('office')),
        sql`(${t.queue.dueDay}, ${t.queue.caseId}, ${t.queue.step}) > (${param('dueDay')}, ${param('caseId')}, ${param('step')})`,
      ),
    )
    .orderBy(asc(t.queue.dueDay), asc(t.queue.caseId), asc(t.queue.step))
    .limit(param('limit') as never),
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
    // The instant moves with the calendar: a holiday declared late counts as if it had always stood.
    .onConflictDoUpdate({
      target: [t.escalations.caseId, t.escalations.step, t.escalations.openedAt, t.escalations.level],
      set: { at: param('at'), dueDay: param('dueDay') },
      setWhere: ne(t.escalations.at, param('at')),
    }),
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
export const ladderRowsDue = async (engine: Engine, now: Instant, limit: number): Promise<readonly LadderRow[]> =>
  (await engine.all(dueRows, { now, limit })) as unknown as readonly LadderRow[]

/** The queue of an office after a row of it. */
export async function officeRowsAfter(
  engine: Engine,
  office: OfficeId,
  after: Pick<LadderRow, 'dueDay' | 'caseId' | 'step'> | null,
  limit: number,
): Promise<readonly OwedRow[]> {
  const from = after ?? { dueDay: '', caseId: '', step: '' }
  const rows = await engine.all(officeRows, { office, first: 1, ...from, limit })
  return rows.map(({ roles, owes, raisedAt, ...row }) => {
    return { ...row, roles: rolesOf(roles), owes: owes === 1, isRaised: raisedAt !== null }
  }) as unknown as readonly OwedRow[]
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
