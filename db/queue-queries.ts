import type { Role } from '../server/domain/cases/roles.ts'
import type { CaseId, OfficeId, StepKey } from '../server/domain/kernel/ids.ts'
import type { Day, Instant } from '../server/domain/kernel/instant.ts'
import { and, asc, eq, like, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { rolesText } from './queue-roles.ts'
import { param, type Statement, statement } from './statement.ts'

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

const work = (ofRole: boolean, after: boolean): Statement<Row> =>
  statement(({ q, t }) =>
    q
      .select({
        dueDay: t.queue.dueDay,
        caseId: t.queue.caseId,
        step: t.queue.step,
        owes: t.queue.owes,
        amberAt: t.queue.amberAt,
        dueAt: t.queue.dueAt,
        openedAt: t.queue.openedAt,
      })
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

const statements = {
  first: work(false, false),
  next: work(false, true),
  firstOfRole: work(true, false),
  nextOfRole: work(true, true),
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
  const rows = await engine.all(one, { office, role: role && `%${rolesText([role])}%`, ...after, limit })
  return rows.map((row) => ({ ...row, owes: row.owes === 1 }))
}
