import type { Engine } from '../../db/engine.ts'
import { statement } from '../../db/statement.ts'

const journal = statement(({ q, t }) => q.select().from(t.journal))
const outbox = statement(({ q, t }) => q.select().from(t.outbox))
const acts = statement(({ q, t }) => q.select({ id: t.acts.caseId }).from(t.acts))
const cases = statement(({ q, t }) => q.select({ id: t.cases.id, version: t.cases.version }).from(t.cases))
const handovers = statement(({ q, t }) =>
  q.select({ id: t.handovers.id, version: t.handovers.version }).from(t.handovers),
)
const keys = statement(({ q, t }) => q.select({ key: t.idempotency.key }).from(t.idempotency))

/** How much lies in the store, and at which versions: an act that was refused leaves all of it as it was. */
export async function stored(engine: Engine) {
  const versions = new Map(
    [...(await engine.all(cases, {})), ...(await engine.all(handovers, {}))].map((one) => [one.id, one.version]),
  )
  const count = async (one: Parameters<Engine['all']>[0]) => (await engine.all(one, {})).length
  const counts = {
    journal: await count(journal),
    outbox: await count(outbox),
    acts: await count(acts),
    keys: await count(keys),
  }
  return { ...counts, versions }
}

/** What one act left behind for the history and for other systems. */
export async function traceOf(engine: Engine, receipt: string) {
  const mine = ({ id }: { readonly id: string }) => id === receipt
  return { journal: (await engine.all(journal, {})).filter(mine), outbox: (await engine.all(outbox, {})).filter(mine) }
}
