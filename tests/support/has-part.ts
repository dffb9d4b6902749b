import type { Engine } from '../../db/engine.ts'
import { statement } from '../../db/statement.ts'
import { readGlobalId } from '../../schema/global-id.ts'

const parts = statement(({ q, t }) => q.select({ caseId: t.parts.caseId, office: t.parts.office }).from(t.parts))

/** Whether an office has a part in a case, as the store has it. */
export async function hasPart(engine: Engine, caseId: string, office: string): Promise<boolean> {
  const id = readGlobalId(caseId)?.id
  return (await engine.all(parts, {})).some((row) => row.caseId === id && row.office === office)
}
