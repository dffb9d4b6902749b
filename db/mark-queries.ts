import { eq } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement } from './statement.ts'

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
