import type { Instant } from '../server/domain/kernel/instant.ts'
import type { Procedure } from '../server/domain/procedures/procedure.ts'
import { asc } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { readProcedure, shippedProcedures } from './reference/read.ts'
import { param, statement, type Write } from './statement.ts'

const allProcedures = statement(({ q, t }) =>
  q
    .select({
      id: t.procedures.id,
      version: t.procedures.version,
      hash: t.procedures.hash,
      content: t.procedures.content,
    })
    .from(t.procedures)
    .orderBy(asc(t.procedures.id), asc(t.procedures.version)),
)
const countProcedures = statement(({ q, t }) =>
  q.select({ id: t.procedures.id, version: t.procedures.version }).from(t.procedures),
)
const insertProcedure = statement(({ q, t }) =>
  q
    .insert(t.procedures)
    .values({
      id: param('id'),
      version: param('version'),
      hash: param('hash'),
      content: param('content'),
      addedAt: param('at'),
    })
    .onConflictDoNothing(),
)

/** Every version in the store. */
export async function storedProcedures(engine: Engine): Promise<readonly Procedure[]> {
  const rows = await engine.all(allProcedures, {})
  return rows.map(({ id, version, content }) => readProcedure(content, `${id} version ${version}`))
}

export const procedureVersionsStored = async (engine: Engine): Promise<number> =>
  (await engine.all(countProcedures, {})).length

export type Added = 'added' | 'already-there' | 'other-content'

/** Adds a version; a version that is there with other content is never replaced. */
export async function addProcedure(engine: Engine, procedure: Procedure, text: string, at: Instant): Promise<Added> {
  const rows = await engine.all(allProcedures, {})
  const known = rows.find(({ id, version }) => id === procedure.id && version === procedure.version)
  if (known) return known.hash === procedure.hash ? 'already-there' : 'other-content'
  const params = { id: procedure.id, version: procedure.version, hash: procedure.hash, content: text, at }
  await engine.commit([{ statement: insertProcedure, params }])
  return 'added'
}

/** A version that both countries agreed on; refused where somebody else added it first. */
export function procedureWrite(content: Omit<Procedure, 'hash'>, at: Instant): Write {
  const text = JSON.stringify(content)
  const { id, version, hash } = readProcedure(text, content.id)
  return {
    statement: insertProcedure,
    params: { id, version, hash, content: text, at },
    unless: { rows: 1, refused: 'conflict' },
  }
}

/** The procedures of this release go into the table once; what was agreed since is left alone. */
export async function seedProcedures(engine: Engine, at: Instant): Promise<void> {
  for (const { procedure, text } of shippedProcedures()) {
    if ((await addProcedure(engine, procedure, text, at)) === 'other-content')
      throw new Error(`procedure ${procedure.id} version ${procedure.version} was changed without a new version`)
  }
}
