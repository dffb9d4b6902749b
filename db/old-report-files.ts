import type { Instant } from '../server/domain/kernel/instant.ts'
import { and, asc, eq, lte, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write, type Writing } from './statement.ts'

/** Of a file that is there the entry was last changed when it was made. */
const ofEntry = ({ t }: Writing) => and(eq(t.registers.kind, param('kind')), eq(t.registers.id, t.reportFiles.id))

const oldest = statement((writing) => {
  const { q, t } = writing
  return q
    .select({ id: t.reportFiles.id })
    .from(t.reportFiles)
    .innerJoin(t.registers, ofEntry(writing))
    .where(lte(t.registers.at, param('until')))
    .orderBy(asc(t.reportFiles.id))
    .limit(param('limit') as never)
})
const counted = statement((writing) => {
  const { q, t } = writing
  return q
    .select({ count: sql<number>`cast(count(*) as integer)` })
    .from(t.reportFiles)
    .innerJoin(t.registers, ofEntry(writing))
    .where(lte(t.registers.at, param('until')))
})
const deleteFile = statement(({ q, t }) => q.delete(t.reportFiles).where(eq(t.reportFiles.id, param('id'))))

const kind = 'reportFile'

/** Files that were made by an instant and are still there, by their ids. */
export async function filesMadeBy(engine: Engine, until: Instant, limit: number): Promise<readonly string[]> {
  return (await engine.all(oldest, { kind, until, limit })).map(({ id }) => id)
}

export async function countFilesMadeBy(engine: Engine, until: Instant): Promise<number> {
  const [row] = await engine.all(counted, { kind, until })
  return row?.count ?? 0
}

export const fileGoneWrite = (id: string): Write => ({ statement: deleteFile, params: { id } })
