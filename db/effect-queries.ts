import type { Receipt } from '../server/domain/journal/entry.ts'
import type { AccountId, JournalId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import type { NounType } from '../server/domain/kernel/noun.ts'
import { and, eq, lt } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write } from './statement.ts'

const effectByKey = statement(({ q, t }) =>
  q
    .select()
    .from(t.idempotency)
    .where(and(eq(t.idempotency.account, param('account')), eq(t.idempotency.key, param('key')))),
)
const dropOld = statement(({ q, t }) => q.delete(t.idempotency).where(lt(t.idempotency.at, param('before'))))

/** What an earlier act with this key did. */
export interface Effect {
  readonly inputHash: string
  readonly receipt: Receipt
  readonly noun: { readonly type: NounType; readonly id: string }
}

export async function effectOf(engine: Engine, account: AccountId, key: string): Promise<Effect | null> {
  const [row] = await engine.all(effectByKey, { account, key })
  if (!row) return null
  return {
    inputHash: row.inputHash,
    receipt: { id: row.journal as JournalId, leaf: row.leaf, at: row.at as Instant },
    noun: { type: row.nounType as NounType, id: row.nounId },
  }
}

/** Keys are kept for seven days. */
export const dropEffectsBefore = (before: Instant): readonly Write[] => [{ statement: dropOld, params: { before } }]
