import type { Instant } from '../server/domain/kernel/instant.ts'
import { and, eq, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write } from './statement.ts'

const readMark = statement(({ q, t }) =>
  q
    .select({ value: t.marks.value })
    .from(t.marks)
    .where(eq(t.marks.name, param('name'))),
)
const dropMark = statement(({ q, t }) => q.delete(t.marks).where(eq(t.marks.name, param('name'))))
const insertMark = statement(({ q, t }) => q.insert(t.marks).values({ name: param('name'), value: param('value') }))

/** A fact of the installation itself: `demo`, `clock-ahead-ms`. */
export async function markOf(engine: Engine, name: string): Promise<string | null> {
  const [row] = await engine.all(readMark, { name })
  return row?.value ?? null
}

export async function setMark(engine: Engine, name: string, value: string): Promise<void> {
  await engine.commit([
    { statement: dropMark, params: { name } },
    { statement: insertMark, params: { name, value } },
  ])
}

const noteMark = statement(({ q, t }) =>
  q
    .insert(t.marks)
    .values({ name: param('name'), value: param('value') })
    .onConflictDoNothing(),
)
/** Since when files may hold remains of what was erased; part of the commit that erases. */
export const remainsSince = (at: Instant): Write => ({ statement: noteMark, params: { name: REMAINS, value: at } })

export const remainsInFiles = async (engine: Engine): Promise<Instant | null> =>
  (await markOf(engine, REMAINS)) as Instant | null

const dropRemains = statement(({ q, t }) =>
  q
    .delete(t.marks)
    .where(
      and(
        eq(t.marks.name, param('name')),
        sql`not exists (select 1 from ${t.erasures} where ${t.erasures.at} > ${param('started')})`,
      ),
    ),
)
/** The files were written anew; what was erased since that began is still in them. */
export async function noRemainsBefore(engine: Engine, started: Instant): Promise<void> {
  await engine.commit([{ statement: dropRemains, params: { name: REMAINS, started } }])
}

const REMAINS = 'remains-since'
