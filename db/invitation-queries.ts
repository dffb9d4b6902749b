import type { Invitation } from '../server/domain/access/invitation.ts'
import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { AccountId, InvitationId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { and, asc, eq, gt, isNull, or } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write } from './statement.ts'
import type { Tables } from './tables/all.ts'

const columns = ({ invitations: t }: Tables) => ({
  id: t.id,
  name: t.name,
  account: t.account,
  person: t.person,
  office: t.office,
  country: t.country,
  role: t.role,
  language: t.language,
  invitedBy: t.invitedBy,
  createdAt: t.createdAt,
  expiresAt: t.expiresAt,
  usedAt: t.usedAt,
  revokedAt: t.revokedAt,
})
const byHash = statement(({ q, t }) =>
  q
    .select(columns(t))
    .from(t.invitations)
    .where(eq(t.invitations.hash, param('hash'))),
)
const byId = statement(({ q, t }) =>
  q
    .select(columns(t))
    .from(t.invitations)
    .where(eq(t.invitations.id, param('id'))),
)
const ofCountry = statement(({ q, t }) =>
  q
    .select(columns(t))
    .from(t.invitations)
    .where(and(eq(t.invitations.country, param('country')), gt(t.invitations.id, param('after'))))
    .orderBy(asc(t.invitations.id))
    .limit(param('limit') as never),
)
const one = (rows: readonly unknown[]) => (rows[0] as Invitation | undefined) ?? null

export const invitationByHash = async (engine: Engine, hash: string) => one(await engine.all(byHash, { hash }))
export const invitationById = async (engine: Engine, id: InvitationId) => one(await engine.all(byId, { id }))
export const invitationsOf = async (engine: Engine, country: CountryCode, after: string, limit: number) =>
  (await engine.all(ofCountry, { country, after, limit })) as unknown as readonly Invitation[]

const insert = statement(({ q, t }) =>
  q.insert(t.invitations).values({
    id: param('id'),
    hash: param('hash'),
    name: param('name'),
    account: param('account'),
    person: param('person'),
    office: param('office'),
    country: param('country'),
    role: param('role'),
    language: param('language'),
    invitedBy: param('invitedBy'),
    createdAt: param('createdAt'),
    expiresAt: param('expiresAt'),
  }),
)
export const invitationWrite = (invitation: Invitation, hash: string): Write => ({
  statement: insert,
  params: { ...invitation, hash },
})

const stillOpen = (t: Tables) =>
  and(eq(t.invitations.id, param('id')), isNull(t.invitations.usedAt), isNull(t.invitations.revokedAt))
const use = statement(({ q, t }) =>
  q
    .update(t.invitations)
    .set({ usedAt: param('at'), account: param('account') })
    .where(stillOpen(t)),
)
/** An invitation is used once: who comes second is refused. */
export const invitationUsedWrite = (id: InvitationId, account: AccountId, at: Instant): Write => ({
  statement: use,
  params: { id, account, at },
  unless: { rows: 1, refused: 'repeated' },
})
const revoke = statement(({ q, t }) =>
  q
    .update(t.invitations)
    .set({ revokedAt: param('at') })
    .where(stillOpen(t)),
)
export const invitationRevokedWrite = (id: InvitationId, at: Instant): Write => ({
  statement: revoke,
  params: { id, at },
  unless: { rows: 1, refused: 'conflict' },
})

const revokeOf = statement(({ q, t }) =>
  q
    .update(t.invitations)
    .set({ revokedAt: param('at') })
    .where(
      and(
        or(eq(t.invitations.account, param('account')), eq(t.invitations.invitedBy, param('by'))),
        isNull(t.invitations.usedAt),
        isNull(t.invitations.revokedAt),
        gt(t.invitations.expiresAt, param('at')),
      ),
    ),
)
/** What is open of the invitations into an account; with `by`, of those that this account made as well. */
export const revokeInvitationsWrite = (account: AccountId, at: Instant, by: AccountId | '' = ''): Write => ({
  statement: revokeOf,
  params: { account, by, at },
})
