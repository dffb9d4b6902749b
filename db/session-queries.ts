import type { AccountId, OfficeId, SessionId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { type Account, accountColumns, accountOf } from './account-queries.ts'
import { and, desc, eq, gt, isNull, lt, ne } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write } from './statement.ts'
import type { Tables } from './tables/all.ts'

export type SignInWay = 'code' | 'recovery' | 'oidc'
export interface Session {
  readonly id: SessionId
  readonly office: OfficeId
  readonly how: SignInWay
  readonly createdAt: Instant
  readonly seenAt: Instant
  readonly expiresAt: Instant
  readonly steppedUpAt: Instant | null
}
/** A session as it lies in the store, with whose it is. */
export interface StoredSession extends Session {
  readonly of: Account
  readonly revokedAt: Instant | null
}

const sessionColumns = (t: Tables) => ({
  ...accountColumns(t),
  hash: t.sessions.hash,
  sessionId: t.sessions.id,
  sessionOffice: t.sessions.office,
  how: t.sessions.how,
  createdAt: t.sessions.createdAt,
  seenAt: t.sessions.seenAt,
  expiresAt: t.sessions.expiresAt,
  steppedUpAt: t.sessions.steppedUpAt,
  revokedAt: t.sessions.revokedAt,
})
const byHashes = statement(({ q, t, within }) =>
  q
    .select(sessionColumns(t))
    .from(t.sessions)
    .innerJoin(t.accounts, eq(t.accounts.id, t.sessions.account))
    .where(within(t.sessions.hash, param('hashes'))),
)

/** Many at once, each with its hash. */
export const sessionsByHash = async (engine: Engine, hashes: readonly string[]) =>
  (await engine.all(byHashes, { hashes: JSON.stringify(hashes) })).map((row) => {
    const session: StoredSession = {
      id: row.sessionId as SessionId,
      of: accountOf(row),
      office: row.sessionOffice as OfficeId,
      how: row.how as SignInWay,
      createdAt: row.createdAt as Instant,
      seenAt: row.seenAt as Instant,
      expiresAt: row.expiresAt as Instant,
      steppedUpAt: row.steppedUpAt as Instant | null,
      revokedAt: (row.accountRevokedAt ?? row.revokedAt) as Instant | null,
    }
    return [row.hash, session] as const
  })

export async function sessionByHash(engine: Engine, hash: string): Promise<StoredSession | null> {
  const [found] = await sessionsByHash(engine, [hash])
  return found?.[1] ?? null
}

const open = statement(({ q, t }) =>
  q
    .select({
      id: t.sessions.id,
      office: t.sessions.office,
      how: t.sessions.how,
      createdAt: t.sessions.createdAt,
      seenAt: t.sessions.seenAt,
      expiresAt: t.sessions.expiresAt,
      steppedUpAt: t.sessions.steppedUpAt,
    })
    .from(t.sessions)
    .where(
      and(
        eq(t.sessions.account, param('account')),
        isNull(t.sessions.revokedAt),
        gt(t.sessions.expiresAt, param('now')),
        gt(t.sessions.seenAt, param('idleSince')),
      ),
    )
    .orderBy(desc(t.sessions.createdAt), desc(t.sessions.id)),
)
/** Where an account is signed in, the newest first. */
export const openSessions = async (engine: Engine, account: AccountId, now: Instant, idleSince: Instant) =>
  (await engine.all(open, { account, now, idleSince })) as unknown as readonly Session[]

const insertSession = statement(({ q, t }) =>
  q.insert(t.sessions).values({
    id: param('id'),
    hash: param('hash'),
    account: param('account'),
    office: param('office'),
    how: param('how'),
    createdAt: param('createdAt'),
    seenAt: param('seenAt'),
    expiresAt: param('expiresAt'),
    steppedUpAt: param('steppedUpAt'),
  }),
)
export const sessionWrite = (session: Session & { readonly hash: string; readonly account: AccountId }): Write => ({
  statement: insertSession,
  params: { ...session },
})

const see = statement(({ q, t }) =>
  q
    .update(t.sessions)
    .set({ seenAt: param('at') })
    .where(and(eq(t.sessions.id, param('id')), lt(t.sessions.seenAt, param('at')))),
)
export const seenWrite = (id: SessionId, at: Instant): Write => ({ statement: see, params: { id, at } })

const stepUp = statement(({ q, t }) =>
  q
    .update(t.sessions)
    .set({ steppedUpAt: param('at') })
    .where(and(eq(t.sessions.id, param('id')), isNull(t.sessions.revokedAt))),
)
export const stepUpWrite = (id: SessionId, at: Instant): Write => ({
  statement: stepUp,
  params: { id, at },
  unless: { rows: 1, refused: 'conflict' },
})

const revokeOne = statement(({ q, t }) =>
  q
    .update(t.sessions)
    .set({ revokedAt: param('at') })
    .where(and(eq(t.sessions.id, param('id')), eq(t.sessions.account, param('account')), isNull(t.sessions.revokedAt))),
)
/** A session of this account; of another it revokes nothing and the commit is refused. */
export const revokeSessionWrite = (account: AccountId, id: SessionId, at: Instant): Write => ({
  statement: revokeOne,
  params: { account, id, at },
  unless: { rows: 1, refused: 'conflict' },
})

const revokeAll = statement(({ q, t }) =>
  q
    .update(t.sessions)
    .set({ revokedAt: param('at') })
    .where(
      and(eq(t.sessions.account, param('account')), ne(t.sessions.id, param('but')), isNull(t.sessions.revokedAt)),
    ),
)
/** Every session of an account, but for one where it is named. */
export const revokeSessionsWrite = (account: AccountId, at: Instant, but: SessionId | '' = ''): Write => ({
  statement: revokeAll,
  params: { account, at, but },
})

const dropOld = statement(({ q, t }) => q.delete(t.sessions).where(lt(t.sessions.expiresAt, param('before'))))
export const dropSessionsWrite = (before: Instant): Write => ({ statement: dropOld, params: { before } })
