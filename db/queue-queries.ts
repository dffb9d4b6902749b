import type { Role } from '../server/domain/cases/roles.ts'
import type { CaseId, OfficeId, StepKey } from '../server/domain/kernel/ids.ts'
import type { Day, Instant } from '../server/domain/kernel/instant.ts'
import { and, asc, eq, like, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { rolesText } from './queue-roles.ts'
import { param, type Statement, statement, type Writing } from './statement.ts'

/** A row of an office's queue with what its first line shows of the case. */
export interface WorkRow {
  readonly dueDay: Day
  readonly caseId: CaseId
  readonly step: StepKey
  readonly owes: boolean
  readonly amberAt: Instant | null
  readonly dueAt: Instant | null
  readonly openedAt: Instant
}
export type WorkKey = Pick<WorkRow, 'dueDay' | 'caseId' | 'step'>

type Row = Omit<WorkRow, 'owes'> & { owes: number }

const columns = (t: Writing['t']) => ({
  dueDay: t.queue.dueDay,
  caseId: t.queue.caseId,
  step: t.queue.step,
  owes: t.queue.owes,
  amberAt: t.queue.amberAt,
  dueAt: t.queue.dueAt,
  openedAt: t.queue.openedAt,
})
const work = (ofRole: boolean, after: boolean): Statement<Row> =>
  statement(({ q, t }) =>
    q
      .select(columns(t))
      .from(t.queue)
      .where(
        and(
          eq(t.queue.office, param('office')),
          ofRole ? like(t.queue.roles, param('role')) : undefined,
          // As one row value the database goes straight to the place; written out with `or` it reads all that lies before.
          after
            ? sql`(${t.queue.dueDay}, ${t.queue.caseId}, ${t.queue.step}) > (${param('dueDay')}, ${param('caseId')}, ${param('step')})`
            : undefined,
        ),
      )
      .orderBy(asc(t.queue.dueDay), asc(t.queue.caseId), asc(t.queue.step))
      .limit(param('limit') as never),
  ) as unknown as Statement<Row>

const ofCase = (ofRole: boolean): Statement<Row> =>
  statement(({ q, t }) =>
    q
      .select(columns(t))
      .from(t.queue)
      .where(
        and(
          eq(t.queue.caseId, param('caseId')),
          eq(t.queue.office, param('office')),
          ofRole ? like(t.queue.roles, param('role')) : undefined,
        ),
      )
      .orderBy(asc(t.queue.dueDay), asc(t.queue.step)),
  ) as unknown as Statement<Row>

const statements = {
  first: work(false, false),
  next: work(false, true),
  firstOfRole: work(true, false),
  nextOfRole: work(true, true),
  ofCase: ofCase(false),
  ofCaseAndRole: ofCase(true),
}

/** What an office owes, by due day; with a role, only what that role may do. Keyset pages on the table's own key. */
export async function workOf(
  engine: Engine,
  office: OfficeId,
  role: Role | null,
  after: WorkKey | null,
  limit: number,
): Promise<WorkRow[]> {
  const one = role
    ? after
      ? statements.nextOfRole
      : statements.firstOfRole
    : after
      ? statements.next
      : statements.first
  return workRows(await engine.all(one, { office, role: role && roleText(role), ...after, limit }))
}

/** What of it is about one case. */
export async function workOfCase(
  engine: Engine,
  office: OfficeId,
  role: Role | null,
  caseId: CaseId,
): Promise<WorkRow[]> {
  const one = role ? statements.ofCaseAndRole : statements.ofCase
  return workRows(await engine.all(one, { office, caseId, role: role && roleText(role) }))
}

const roleText = (role: Role): string => `%${rolesText([role])}%`
const workRows = (rows: readonly Row[]): WorkRow[] => rows.map((row) => ({ ...row, owes: row.owes === 1 }))
