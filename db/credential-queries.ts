import type { AccountId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { accountColumns, accountOf } from './account-queries.ts'
import { and, eq, isNull, lt } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write } from './statement.ts'
import type { Tables } from './tables/all.ts'

export interface Credentials {
  readonly account: AccountId
  /** Salted and hashed. */
  readonly password: string
  /** Sealed with the key of the installation. */
  readonly totpSecret: string
  readonly lastStep: number
}

const columns = (t: Tables) => ({
  ...accountColumns(t),
  password: t.credentials.password,
  totpSecret: t.credentials.totpSecret,
  lastStep: t.credentials.lastStep,
})
const byName = statement(({ q, t }) =>
  q
    .select(columns(t))
    .from(t.credentials)
    .innerJoin(t.accounts, eq(t.accounts.id, t.credentials.account))
    .where(and(eq(t.accounts.name, param('name')), isNull(t.accounts.revokedAt))),
)
const byAccount = statement(({ q, t }) =>
  q
    .select(columns(t))
    .from(t.credentials)
    .innerJoin(t.accounts, eq(t.accounts.id, t.credentials.account))
    .where(and(eq(t.accounts.id, param('account')), isNull(t.accounts.revokedAt))),
)
type Row = Parameters<typeof accountOf>[0] & {
  readonly password: string
  readonly totpSecret: string
  readonly lastStep: number
}
const found = ([row]: readonly Row[]) =>
  row
    ? {
        of: accountOf(row),
        credentials: {
          account: row.id as AccountId,
          password: row.password,
          totpSecret: row.totpSecret,
          lastStep: row.lastStep,
        } satisfies Credentials,
      }
    : null
/** What proves an account that is not revoked; null where there is none of the name, or nothing to prove it with. */
export const credentialsByName = async (engine: Engine, name: string) => found(await engine.all(byName, { name }))
export const credentialsOf = async (engine: Engine, account: AccountId) =>
  found(await engine.all(byAccount, { account }))

const insert = statement(({ q, t }) =>
  q.insert(t.credentials).values({
    account: param('account'),
    password: param('password'),
    totpSecret: param('totpSecret'),
    lastStep: param('lastStep'),
    changedAt: param('at'),
  }),
)
const drop = statement(({ q, t }) => q.delete(t.credentials).where(eq(t.credentials.account, param('account'))))
const dropCodes = statement(({ q, t }) =>
  q.delete(t.recoveryCodes).where(eq(t.recoveryCodes.account, param('account'))),
)
const insertCode = statement(({ q, t }) =>
  q.insert(t.recoveryCodes).values({ hash: param('hash'), account: param('account') }),
)
export const dropCredentialsWrite = (account: AccountId): Write => ({ statement: drop, params: { account } })
export const credentialsWrites = (one: Credentials, at: Instant): readonly Write[] => [
  dropCredentialsWrite(one.account),
  { statement: insert, params: { ...one, at } },
]
/** New recovery codes; the old ones are worth nothing any more. */
export const recoveryCodesWrites = (account: AccountId, hashes: readonly string[]): readonly Write[] => [
  { statement: dropCodes, params: { account } },
  ...hashes.map((hash) => ({ statement: insertCode, params: { account, hash } })),
]

const setPassword = statement(({ q, t }) =>
  q
    .update(t.credentials)
    .set({ password: param('password'), changedAt: param('at') })
    .where(and(eq(t.credentials.account, param('account')), eq(t.credentials.password, param('before')))),
)
/** Another password in the place of the one that was shown: refused where that is the account's no more. */
export const passwordWrite = (account: AccountId, before: string, password: string, at: Instant): Write => ({
  statement: setPassword,
  params: { account, before, password, at },
  unless: { rows: 1, refused: 'conflict' },
})
const holdPassword = statement(({ q, t }) =>
  q
    .update(t.credentials)
    .set({ password: param('password') })
    .where(and(eq(t.credentials.account, param('account')), eq(t.credentials.password, param('password')))),
)
/** Changes nothing: what a password that was right opens is refused where it is the account's no more. */
export const holdPasswordWrite = ({ account, password }: Credentials): Write => ({
  statement: holdPassword,
  params: { account, password },
  unless: { rows: 1, refused: 'conflict' },
})

const takeStep = statement(({ q, t }) =>
  q
    .update(t.credentials)
    .set({ lastStep: param('step') })
    .where(and(eq(t.credentials.account, param('account')), lt(t.credentials.lastStep, param('step')))),
)
/** A code of this half minute is taken; the whole commit is refused where it, or a later one, already was. */
export const stepTakenWrite = (account: AccountId, step: number): Write => ({
  statement: takeStep,
  params: { account, step },
  unless: { rows: 1, refused: 'repeated' },
})

const useCode = statement(({ q, t }) =>
  q
    .update(t.recoveryCodes)
    .set({ usedAt: param('at') })
    .where(
      and(
        eq(t.recoveryCodes.hash, param('hash')),
        eq(t.recoveryCodes.account, param('account')),
        isNull(t.recoveryCodes.usedAt),
      ),
    ),
)
export const recoveryCodeUsedWrite = (account: AccountId, hash: string, at: Instant): Write => ({
  statement: useCode,
  params: { account, hash, at },
  unless: { rows: 1, refused: 'repeated' },
})
const codeByHash = statement(({ q, t }) =>
  q
    .select({ usedAt: t.recoveryCodes.usedAt })
    .from(t.recoveryCodes)
    .where(and(eq(t.recoveryCodes.hash, param('hash')), eq(t.recoveryCodes.account, param('account')))),
)
export async function recoveryCodeOf(engine: Engine, account: AccountId, hash: string) {
  const [row] = await engine.all(codeByHash, { account, hash })
  return row ?? null
}
