import type { Engine } from '../../db/engine.ts'
import { statement } from '../../db/statement.ts'
import { canonical } from '../../server/domain/journal/canonical.ts'

const cases = statement(({ q, t }) => q.select().from(t.cases))
const acts = statement(({ q, t }) => q.select().from(t.acts))
const parts = statement(({ q, t }) => q.select().from(t.parts))
const queue = statement(({ q, t }) => q.select().from(t.queue))
const handovers = statement(({ q, t }) => q.select().from(t.handovers))
const handoverCases = statement(({ q, t }) => q.select().from(t.handoverCases))
const journal = statement(({ q, t }) => q.select().from(t.journal))
const journalContent = statement(({ q, t }) => q.select().from(t.journalContent))
const journalParts = statement(({ q, t }) => q.select().from(t.journalParts))
const outbox = statement(({ q, t }) => q.select().from(t.outbox))
const idempotency = statement(({ q, t }) => q.select().from(t.idempotency))

/** Every row that an act can leave behind, by table. */
export const everyRow = async (engine: Engine) => ({
  cases: await engine.all(cases, {}),
  acts: await engine.all(acts, {}),
  parts: await engine.all(parts, {}),
  queue: await engine.all(queue, {}),
  handovers: await engine.all(handovers, {}),
  handoverCases: await engine.all(handoverCases, {}),
  journal: await engine.all(journal, {}),
  journalContent: await engine.all(journalContent, {}),
  journalParts: await engine.all(journalParts, {}),
  outbox: await engine.all(outbox, {}),
  idempotency: await engine.all(idempotency, {}),
})
export type Rows = Awaited<ReturnType<typeof everyRow>>

/** Rows that should be there and are not, and rows that are there and should not be. */
export function unlike(table: string, wanted: readonly object[], stored: readonly object[]): readonly string[] {
  const should = new Set(wanted.map(canonical))
  const are = new Set(stored.map(canonical))
  return [
    ...[...should.difference(are)].map((row) => `${table} lacks ${row}`),
    ...[...are.difference(should)].map((row) => `${table} has ${row}`),
    ...(stored.length === are.size ? [] : [`${table} has a row twice`]),
  ]
}
