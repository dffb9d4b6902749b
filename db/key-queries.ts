import { type KeyScope, officerKey } from '../server/domain/access/key-scope.ts'
import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { AccountId, KeyId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { type Account, accountColumns, accountOf } from './account-queries.ts'
import { and, asc, eq, gt, isNotNull, isNull, or, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write } from './statement.ts'
import type { Tables } from './tables/all.ts'

const keyColumns = (t: Tables) => ({
  ...accountColumns(t),
  keyId: t.keys.id,
  scope: t.keys.scope,
  createdAt: t.keys.createdAt,
  expiresAt: t.keys.expiresAt,
  revokedAt: t.keys.revokedAt,
})
const byHash = statement(({ q, t }) =>
  q
    .select(keyColumns(t))
    .from(t.keys)
    .innerJoin(t.accounts, eq(t.accounts.id, t.keys.account))
    .where(eq(t.keys.hash, param('hash'))),
)
const byHashes = statement(({ q, t, within }) =>
  q
    .select({ hash: t.keys.hash, ...keyColumns(t) })
    .from(t.keys)
    .innerJoin(t.accounts, eq(t.accounts.id, t.keys.account))
    .where(within(t.keys.hash, param('hashes'))),
)
const ofCountry = statement(({ q, t }) =>
  q
    .select(keyColumns(t))
    .from(t.keys)
    .innerJoin(t.accounts, eq(t.accounts.id, t.keys.account))
    .where(and(eq(t.accounts.country, param('country')), isNotNull(t.keys.id), gt(t.keys.id, param('after'))))
    .orderBy(asc(t.keys.id))
    .limit(param('limit') as never),
)
const byId = statement(({ q, t }) =>
  q
    .select(keyColumns(t))
    .from(t.keys)
    .innerJoin(t.accounts, eq(t.accounts.id, t.keys.account))
    .where(eq(t.keys.id, param('id'))),
)
const systemsKey = statement(({ q, t }) =>
  q
    .select({ id: t.keys.id })
    .from(t.keys)
    .where(and(eq(t.keys.account, param('account')), isNotNull(t.keys.id))),
)
const insertKey = statement(({ q, t }) =>
  q.insert(t.keys).values({
    hash: param('hash'),
    account: param('account'),
    createdAt: param('at'),
    expiresAt: param('expiresAt'),
    id: param('id'),
    scope: param('scope'),
  }),
)
const revokeAll = statement(({ q, t }) =>
  q
    .update(t.keys)
    .set({ revokedAt: param('at') })
    .where(and(eq(t.keys.account, param('account')), isNull(t.keys.revokedAt))),
)
const revokeOne = statement(({ q, t }) =>
  q
    .update(t.keys)
    .set({ revokedAt: param('at') })
    .where(and(eq(t.keys.id, param('id')), isNull(t.keys.revokedAt))),
)
const endSooner = statement(({ q, t }) =>
  q
    .update(t.keys)
    .set({
      expiresAt: sql`case when ${t.keys.expiresAt} <= ${param('ends')} then ${t.keys.expiresAt} else ${param('ends')} end`,
    })
    .where(
      and(
        eq(t.keys.id, param('id')),
        isNull(t.keys.revokedAt),
        or(isNull(t.keys.expiresAt), gt(t.keys.expiresAt, param('now'))),
      ),
    ),
)

/** A key as it lies in the store, with whose it is. */
export interface StoredKey {
  /** Null for keys that were made before keys had ids, and for those of the demo. */
  readonly id: KeyId | null
  readonly of: Account
  readonly demo: boolean
  readonly scope: KeyScope
  readonly createdAt: Instant
  readonly expiresAt: Instant | null
  /** When it, or its account, was revoked. */
  readonly revokedAt: Instant | null
}
type Row = Parameters<typeof accountOf>[0] & {
  readonly keyId: string | null
  readonly scope: string | null
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly revokedAt: string | null
}
const stored = (row: Row): StoredKey => ({
  id: row.keyId as KeyId | null,
  of: accountOf(row),
  demo: row.demo === 1,
  scope: row.scope === null ? officerKey : (JSON.parse(row.scope) as KeyScope),
  createdAt: row.createdAt as Instant,
  expiresAt: row.expiresAt as Instant | null,
  revokedAt: (row.accountRevokedAt ?? row.revokedAt) as Instant | null,
})

export async function keyByHash(engine: Engine, hash: string): Promise<StoredKey | null> {
  const [row] = await engine.all(byHash, { hash })
  return row ? stored(row) : null
}
/** Many at once, each with its hash. */
export const keysByHash = async (engine: Engine, hashes: readonly string[]) =>
  (await engine.all(byHashes, { hashes: JSON.stringify(hashes) })).map((row) => [row.hash, stored(row)] as const)

export async function keyById(engine: Engine, id: KeyId): Promise<StoredKey | null> {
  const [row] = await engine.all(byId, { id })
  return row ? stored(row) : null
}
/** Whether it is the account of a national system: only its keys have ids. */
export async function isSystem(engine: Engine, account: AccountId): Promise<boolean> {
  return (await engine.all(systemsKey, { account })).length > 0
}
export const keysOf = async (engine: Engine, country: CountryCode, after: string, limit: number) =>
  (await engine.all(ofCountry, { country, after, limit })).map(stored)

export interface NewKey {
  readonly hash: string
  readonly account: AccountId
  readonly expiresAt: Instant | null
  readonly id: KeyId | null
  readonly scope: KeyScope
}
export const keyWrite = (key: NewKey, at: Instant): Write => ({
  statement: insertKey,
  params: { ...key, scope: JSON.stringify(key.scope), at },
})
export const revokeKeyWrite = (id: KeyId, at: Instant): Write => ({
  statement: revokeOne,
  params: { id, at },
  unless: { rows: 1, refused: 'conflict' },
})
export const revokeKeysWrite = (account: AccountId, at: Instant): Write => ({
  statement: revokeAll,
  params: { account, at },
})
/** A key in force that is replaced ends at this instant, or before where it would anyway; one that was revoked is replaced by none. */
export const endKeyWrite = (id: KeyId, ends: Instant, now: Instant): Write => ({
  statement: endSooner,
  params: { id, ends, now },
  unless: { rows: 1, refused: 'conflict' },
})
