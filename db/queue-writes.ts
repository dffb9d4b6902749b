import type { CaseFile } from '../server/domain/cases/case-file.ts'
import type { QueueRow } from '../server/domain/cases/consequences.ts'
import type { CaseId } from '../server/domain/kernel/ids.ts'
import { clearQueue, insertPart, insertQueue } from './commit-statements.ts'
import { and, eq } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { rolesText } from './queue-roles.ts'
import { param, statement, type Write } from './statement.ts'

const rowsOfCases = statement(({ q, t, within }) =>
  q
    .select()
    .from(t.queue)
    .where(within(t.queue.caseId, param('ids'))),
)
const deleteRow = statement(({ q, t }) =>
  q
    .delete(t.queue)
    .where(
      and(
        eq(t.queue.office, param('office')),
        eq(t.queue.dueDay, param('dueDay')),
        eq(t.queue.caseId, param('caseId')),
        eq(t.queue.step, param('step')),
      ),
    ),
)
const sameVersion = statement(({ q, t }) =>
  q
    .update(t.cases)
    .set({ version: param('version') })
    .where(and(eq(t.cases.id, param('id')), eq(t.cases.version, param('version')))),
)

/** A queue row as it lies in the store. */
export interface StoredRow extends Omit<QueueRow, 'roles'> {
  readonly caseId: CaseId
  /** Comma before, between and after. */
  readonly roles: string
}

/** The queue rows of cases, of every office. */
export async function queueRowsOfCases(engine: Engine, ids: readonly CaseId[]): Promise<readonly StoredRow[]> {
  const rows = await engine.all(rowsOfCases, { ids: JSON.stringify(ids) })
  return rows.map((row) => ({ ...row, owes: row.owes === 1 })) as unknown as readonly StoredRow[]
}

/** Nothing is written where the case has changed meanwhile. */
export const unchanged = ({ id, version }: Pick<CaseFile, 'id' | 'version'>): Write => ({
  statement: sameVersion,
  params: { id, version },
  unless: { rows: 1, refused: 'conflict' },
})

/** Some queue rows of a case in place of others; refused where the case has changed meanwhile. */
export const requeueWrites = (
  { id, version }: Pick<CaseFile, 'id' | 'version'>,
  wrong: readonly StoredRow[],
  right: readonly QueueRow[],
): readonly Write[] => [
  unchanged({ id, version }),
  // What is to be written goes as well: another process may have written it for another reason.
  ...[...wrong, ...right].map(({ office, dueDay, step }) => ({
    statement: deleteRow,
    params: { office, dueDay, step, caseId: id },
  })),
  ...right.map((row) => insertRow(id, row)),
  ...[...new Set(right.map(({ office }) => office))].map((office) => ({
    statement: insertPart,
    params: { office, caseId: id },
  })),
]

/** All queue rows of a case, written anew. */
export const queueWrites = (id: CaseId, rows: readonly QueueRow[]): readonly Write[] => [
  { statement: clearQueue, params: { caseId: id } },
  ...rows.map((row) => insertRow(id, row)),
]

const insertRow = (id: CaseId, row: QueueRow): Write => ({
  statement: insertQueue,
  params: { ...row, caseId: id, roles: rolesText(row.roles), owes: row.owes ? 1 : 0 },
})
