import type { Actor } from '../server/domain/cases/actor.ts'
import type { Role } from '../server/domain/cases/roles.ts'
import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { AccountId, OfficeId, PersonId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import type { Language } from '../server/domain/kernel/language.ts'
import { and, asc, eq, gt, isNull, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write } from './statement.ts'
import type { Tables } from './tables/all.ts'

/** Who stands in for whom is not the account's own: signing in finds it. */
export interface Account extends Omit<Actor, 'standsInFor'> {
  readonly language: Language
}

/** The columns of an account, and what says whether it still counts. */
export const accountColumns = ({ accounts }: Tables) => ({
  id: accounts.id,
  name: accounts.name,
  person: accounts.person,
  office: accounts.office,
  country: accounts.country,
  role: accounts.role,
  language: accounts.language,
  accountRevokedAt: accounts.revokedAt,
  demo: accounts.demo,
})
type AccountRow = { readonly [K in keyof ReturnType<typeof accountColumns>]: string | number | null }

export const accountOf = (row: AccountRow): Account => ({
  account: row.id as AccountId,
  name: row.name as string,
  person: row.person as PersonId,
  office: row.office as OfficeId,
  country: row.country as CountryCode | null,
  role: row.role as Role,
  language: row.language as Language,
})

const rolesHeld = statement(({ q, t }) =>
  q
    .selectDistinct({ office: t.accounts.office, role: t.accounts.role })
    .from(t.accounts)
    .where(
      and(
        isNull(t.accounts.revokedAt),
        // A national system is nobody: only its keys have ids.
        sql`not exists (select 1 from ${t.keys} where ${t.keys.account} = ${t.accounts.id} and ${t.keys.id} is not null)`,
      ),
    ),
)

/** Which roles somebody has in which office. */
export const staffedRoles = (engine: Engine): Promise<{ office: string; role: string }[]> => engine.all(rolesHeld, {})

const insertAccount = statement(({ q, t }) =>
  q
    .insert(t.accounts)
    .values({
      id: param('account'),
      name: param('name'),
      person: param('person'),
      office: param('office'),
      country: param('country'),
      role: param('role'),
      language: param('language'),
      createdAt: param('at'),
      demo: param('demo'),
    })
    .onConflictDoNothing(),
)
const revoke = statement(({ q, t }) =>
  q
    .update(t.accounts)
    .set({ revokedAt: param('at') })
    .where(and(eq(t.accounts.id, param('account')), isNull(t.accounts.revokedAt))),
)
/** Ends the account alone; `account-revocation.ts` ends what opens it as well. */
export const endAccountWrite = (account: AccountId, at: Instant): Write => ({
  statement: revoke,
  params: { account, at },
  unless: { rows: 1, refused: 'conflict' },
})

const hold = statement(({ q, t }) =>
  q
    .update(t.accounts)
    .set({ name: sql`${t.accounts.name}` })
    .where(and(eq(t.accounts.id, param('account')), isNull(t.accounts.revokedAt))),
)
/** Changes nothing: what else a commit does about an account waits for other commits about it, and is refused once it ended. */
export const holdAccountWrite = (account: AccountId): Write => ({
  statement: hold,
  params: { account },
  unless: { rows: 1, refused: 'conflict' },
})

const byName = statement(({ q, t }) =>
  q
    .select({ id: t.accounts.id, person: t.accounts.person })
    .from(t.accounts)
    .where(eq(t.accounts.name, param('name'))),
)
const kindsOfAccounts = statement(({ q, t }) =>
  q.selectDistinct({ demo: t.accounts.demo }).from(t.accounts).orderBy(asc(t.accounts.demo)),
)

/** An account without anything that opens it yet; a name that is taken refuses the whole commit. */
export const accountWrite = (one: Account, demo: boolean, at: Instant): Write => ({
  statement: insertAccount,
  params: { ...one, at, demo: demo ? 1 : 0 },
  unless: { rows: 1, refused: 'conflict' },
})

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

const ofCountry = statement(({ q, t }) =>
  q
    .select({ ...accountColumns(t), createdAt: t.accounts.createdAt })
    .from(t.accounts)
    .where(and(eq(t.accounts.country, param('country')), gt(t.accounts.id, param('after'))))
    .orderBy(asc(t.accounts.id))
    .limit(param('limit') as never),
)
const oneOf = statement(({ q, t }) =>
  q
    .select({ ...accountColumns(t), createdAt: t.accounts.createdAt })
    .from(t.accounts)
    .where(eq(t.accounts.id, param('id'))),
)

/** An account as its administrator sees it. */
export interface ListedAccount extends Account {
  readonly createdAt: Instant
  readonly revokedAt: Instant | null
}
const listed = (row: AccountRow & { readonly createdAt: string }): ListedAccount => ({
  ...accountOf(row),
  createdAt: row.createdAt as Instant,
  revokedAt: row.accountRevokedAt as Instant | null,
})

export const accountsOf = async (engine: Engine, country: CountryCode, after: string, limit: number) =>
  (await engine.all(ofCountry, { country, after, limit })).map(listed)

export async function accountById(engine: Engine, id: AccountId): Promise<ListedAccount | null> {
  const [row] = await engine.all(oneOf, { id })
  return row ? listed(row) : null
}
