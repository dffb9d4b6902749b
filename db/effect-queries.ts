import type { Receipt } from '../server/domain/journal/entry.ts'
import type { AccountId, JournalId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import type { AccessNoun, NounType } from '../server/domain/kernel/noun.ts'
import { and, asc, eq, lt, lte } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement } from './statement.ts'

const effectByKey = statement(({ q, t }) =>
  q
    .select()
    .from(t.idempotency)
    .where(and(eq(t.idempotency.account, param('account')), eq(t.idempotency.key, param('key')))),
)
const oldest = statement(({ q, t }) =>
  q
    .select({ at: t.idempotency.at })
    .from(t.idempotency)
    .where(lt(t.idempotency.at, param('before')))
    .orderBy(asc(t.idempotency.at), asc(t.idempotency.account), asc(t.idempotency.key))
    .limit(param('limit') as never),
)
const dropOld = statement(({ q, t }) =>
  q.delete(t.idempotency).where(and(lte(t.idempotency.at, param('until')), lt(t.idempotency.at, param('before')))),
)

/** What an earlier act with this key did. */
export interface Effect {
  readonly inputHash: string
  readonly receipt: Receipt
  readonly noun: { readonly type: NounType | AccessNoun; readonly id: string }
}

export async function effectOf(engine: Engine, account: AccountId, key: string): Promise<Effect | null> {
  const [row] = await engine.all(effectByKey, { account, key })
  if (!row) return null
  return {
    inputHash: row.inputHash,
    receipt: { id: row.journal as JournalId, leaf: row.leaf, at: row.at as Instant },
    noun: { type: row.nounType as NounType | AccessNoun, id: row.nounId },
  }
}

/** Drops the oldest of those that are older than an instant, a portion at a time; false when there is none. */
export async function dropSomeEffectsBefore(engine: Engine, before: Instant): Promise<boolean> {
  const rows = await engine.all(oldest, { before, limit: PORTION })
  const last = rows.at(-1)
  if (!last) return false
  await engine.commit([{ statement: dropOld, params: { until: last.at, before } }])
  return rows.length === PORTION
}

const PORTION = 100
