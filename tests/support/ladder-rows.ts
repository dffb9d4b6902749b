import type { Engine } from '../../db/engine.ts'
import { statement } from '../../db/statement.ts'

const escalations = statement(({ q, t }) => q.select().from(t.escalations))
const agendaItems = statement(({ q, t }) => q.select().from(t.agendaItems))

/** Every level that was recorded, and every row of the senior officials' agenda. */
export const ladderRows = async (engine: Engine) => ({
  escalations: await engine.all(escalations, {}),
  agenda: await engine.all(agendaItems, {}),
})
