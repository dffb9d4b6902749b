import type { Actor } from '../server/domain/cases/actor.ts'
import type { Role } from '../server/domain/cases/roles.ts'
import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { AccountId, OfficeId, PersonId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import type { Language } from '../server/domain/kernel/language.ts'
import { asc, eq, isNull } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write, type Writing } from './statement.ts'

/** Who stands in for whom is not the account's own: signing in finds it. */
export interface Account extends Omit<Actor, 'standsInFor'> {
  readonly language: Language
}

const columns = (t: Writing['t']) => ({
  hash: t.keys.hash,
  id: t.accounts.id,
  name: t.accounts.name,
  person: t.accounts.person,
  office: t.accounts.office,
  country: t.accounts.country,
  role: t.accounts.role,
  language: t.accounts.language,
  accountRevokedAt: t.accounts.revokedAt,
  expiresAt: t.keys.expiresAt,
  revokedAt: t.keys.revokedAt,
})
const byKey = statement(({ q, t }) =>
  q
    .select(columns(t))
    .from(t.keys)
    .innerJoin(t.accounts, eq(t.accounts.id, t.keys.account))
    .where(eq(t.keys.hash, param('hash'))),
)
const byKeys = statement(({ q, t, within }) =>
  q
    .select(columns(t))
    .from(t.keys)
    .innerJoin(t.accounts, eq(t.accounts.id, t.keys.account))
    .where(within(t.keys.hash, param('hashes'))),
)

/** The account a key belongs to; null when there is none, or it was revoked or has run out. */
export async function accountByKeyHash(engine: Engine, hash: string, now: Instant): Promise<Account | null> {
  const [row] = await engine.all(byKey, { hash })
  return row && isGood(row, now) ? accountOf(row) : null
}

/** The same for many keys; those that are good no more are left out. */
export async function accountsByKeyHash(
  engine: Engine,
  hashes: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, Account>> {
  const rows = await engine.all(byKeys, { hashes: JSON.stringify(hashes) })
  return new Map(rows.flatMap((row) => (isGood(row, now) ? [[row.hash, accountOf(row)] as const] : [])))
}

interface KeyRow {
  readonly id: string
  readonly name: string
  readonly person: string
  readonly office: string
  readonly country: string | null
  readonly role: string
  readonly language: string
  readonly accountRevokedAt: string | null
  readonly expiresAt: string | null
  readonly revokedAt: string | null
}
const isGood = ({ accountRevokedAt, expiresAt, revokedAt }: KeyRow, now: Instant): boolean =>
  !revokedAt && !accountRevokedAt && (!expiresAt || expiresAt > now)
const accountOf = ({ id, name, person, office, country, role, language }: KeyRow): Account => ({
  account: id as AccountId,
  name,
  person: person as PersonId,
  office: office as OfficeId,
  country: country as CountryCode | null,
  role: role as Role,
  language: language as Language,
})

const rolesHeld = statement(({ q, t }) =>
  q
    .selectDistinct({ office: t.accounts.office, role: t.accounts.role })
    .from(t.accounts)
    .where(isNull(t.accounts.revokedAt)),
)

/** Which roles somebody has in which office. */
export const staffedRoles = (engine: Engine): Promise<{ office: string; role: string }[]> => engine.all(rolesHeld, {})

const insertAccount = statement(({ q, t }) =>
  q.insert(t.accounts).values({
    id: param('account'),
    name: param('name'),
    person: param('person'),
    office: param('office'),
    country: param('country'),
    role: param('role'),
    language: param('language'),
    createdAt: param('at'),
    demo: param('demo'),
  }),
)
const insertKey = statement(({ q, t }) =>
  q
    .insert(t.keys)
    .values({ hash: param('hash'), account: param('account'), createdAt: param('at'), expiresAt: param('expiresAt') }),
)
const revokeAccountKeys = statement(({ q, t }) =>
  q
    .update(t.keys)
    .set({ revokedAt: param('at') })
    .where(eq(t.keys.account, param('account'))),
)
const revoke = statement(({ q, t }) =>
  q
    .update(t.accounts)
    .set({ revokedAt: param('at') })
    .where(eq(t.accounts.id, param('account'))),
)
const byName = statement(({ q, t }) =>
  q
    .select({ id: t.accounts.id, person: t.accounts.person })
    .from(t.accounts)
    .where(eq(t.accounts.name, param('name'))),
)
const kindsOfAccounts = statement(({ q, t }) =>
  q.selectDistinct({ demo: t.accounts.demo }).from(t.accounts).orderBy(asc(t.accounts.demo)),
)

export interface NewAccount extends Account {
  readonly demo: boolean
  readonly keyHash: string
  readonly keyExpiresAt: Instant | null
}

export const accountWrites = (one: NewAccount, at: Instant): readonly Write[] => [
  { statement: insertAccount, params: { ...one, at, demo: one.demo ? 1 : 0 } },
  { statement: insertKey, params: { hash: one.keyHash, account: one.account, at, expiresAt: one.keyExpiresAt } },
]

export const revokeWrites = (account: AccountId, at: Instant): readonly Write[] => [
  { statement: revoke, params: { account, at } },
  { statement: revokeAccountKeys, params: { account, at } },
]

export async function accountIdByName(engine: Engine, name: string): Promise<AccountId | null> {
  const [row] = await engine.all(byName, { name })
  return (row?.id as AccountId | undefined) ?? null
}

/** The person behind an account; null when there is no such account. */
export async function personOf(engine: Engine, name: string): Promise<PersonId | null> {
  const [row] = await engine.all(byName, { name })
  return (row?.person as PersonId | undefined) ?? null
}

/** Whether a store has accounts that only a demo may have, and accounts of real offices. */
export async function accountKinds(engine: Engine): Promise<{ readonly demo: boolean; readonly real: boolean }> {
  const rows = await engine.all(kindsOfAccounts, {})
  return { demo: rows.some(({ demo }) => demo === 1), real: rows.some(({ demo }) => demo === 0) }
}
