import type { AccountId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { type Account, accountColumns, accountOf } from './account-queries.ts'
import { and, eq, isNull } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write } from './statement.ts'

const bySubject = statement(({ q, t }) =>
  q
    .select(accountColumns(t))
    .from(t.identities)
    .innerJoin(t.accounts, eq(t.accounts.id, t.identities.account))
    .where(and(eq(t.identities.subject, param('subject')), isNull(t.accounts.revokedAt))),
)
/** Whose account it is that an identity provider vouches for. */
export async function accountOfIdentity(engine: Engine, subject: string): Promise<Account | null> {
  const [row] = await engine.all(bySubject, { subject })
  return row ? accountOf(row) : null
}

const insert = statement(({ q, t }) =>
  q
    .insert(t.identities)
    .values({ subject: param('subject'), account: param('account'), createdAt: param('at') })
    .onConflictDoNothing(),
)
/** One person at the provider has one account here: a second one is refused. */
export const identityWrite = (subject: string, account: AccountId, at: Instant): Write => ({
  statement: insert,
  params: { subject, account, at },
  unless: { rows: 1, refused: 'conflict' },
})
const drop = statement(({ q, t }) => q.delete(t.identities).where(eq(t.identities.account, param('account'))))
export const dropIdentitiesWrite = (account: AccountId): Write => ({ statement: drop, params: { account } })
