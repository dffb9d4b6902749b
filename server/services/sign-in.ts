import type { Account as StoredAccount } from '../../db/account-queries.ts'
import type { Engine } from '../../db/engine.ts'
import { keyByHash, keysByHash, type StoredKey } from '../../db/key-queries.ts'
import { type StoredSession, seenWrite, sessionByHash, sessionsByHash } from '../../db/session-queries.ts'
import { sha256 } from '../adapters/hashing.ts'
import type { Assurance } from '../domain/access/assurance.ts'
import { SEEN_EVERY, SESSION_IDLE } from '../domain/access/lifetimes.ts'
import type { Actor } from '../domain/cases/actor.ts'
import type { SessionId } from '../domain/kernel/ids.ts'
import { type Instant, plus } from '../domain/kernel/instant.ts'
import { standsInFor } from '../domain/registers/delegations.ts'
import { secretHash } from './access/secret-hash.ts'
import type { Service } from './service.ts'

/** An account as it acts today: with the offices that delegated its role to its own, and how it proved itself. */
export type Account = StoredAccount &
  Actor & {
    readonly assurance: Assurance
    /** Null where a key was shown. */
    readonly session: SessionId | null
  }

/** Why a token opens nothing. All but `unknown` and `incomplete` are told to somebody who holds the very token. */
export type TokenFault = 'unknown' | 'incomplete' | 'expired' | 'revoked' | 'other-office'

/** Bearer keys carry 256 bits of chance: a plain hash of them cannot be reversed by guessing. */
export const keyHash = (key: string): string => sha256(`mekong-liaison key ${key}`)

const SESSION = /^mls_[\w-]{43}$/
const CUT_SHORT = /^mls?(_[\w-]{0,42})?$/

/** A token as it is looked up: its kind and its hash. Null for one that was cut short. */
export function proofOf(service: Service, token: string): string | null {
  if (CUT_SHORT.test(token)) return null
  return SESSION.test(token) ? `session ${secretHash(service, 'session', token)}` : `key ${keyHash(token)}`
}

/** Who shows this: looked up at every request, so that revoking works at once. A session is known to be in use by it. */
export async function whoAsks(service: Service, proof: string): Promise<Account | TokenFault> {
  const [kind, hash = ''] = proof.split(' ')
  if (kind === 'key') return byKey(service, hash)
  const found = await sessionByHash(service.engine, hash)
  const now = service.clock.now()
  if (found && !faultOfSession(found, now) && plus(found.seenAt, SEEN_EVERY) <= now)
    await service.engine.commit([seenWrite(found.id, now)])
  return bySession(service, found)
}

/** The same once more, while an answer goes on: listening is not asking, and keeps no session alive. */
export async function signInByProof(service: Service, proof: string): Promise<Account | null> {
  const [kind, hash = ''] = proof.split(' ')
  const found =
    kind === 'key' ? await byKey(service, hash) : bySession(service, await sessionByHash(service.engine, hash))
  return typeof found === 'string' ? null : found
}

/** The account of a token; null for one that opens nothing. */
export async function signIn(service: Service, token: string): Promise<Account | null> {
  const proof = proofOf(service, token)
  return proof === null ? null : signInByProof(service, proof)
}

/**
 * Who is still signed in with these: the one place where answers that go on ask. Whatever one can sign in with has to be
 * looked up here as it is in `signInByProof`.
 */
export async function whoIsSignedIn(
  engine: Engine,
  proofs: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, StoredAccount>> {
  const hashes = (kind: string) => proofs.filter((one) => one.startsWith(kind)).map((one) => one.slice(kind.length))
  const [keys, sessions] = [hashes('key '), hashes('session ')]
  const good = [
    ...(keys.length > 0 ? await keysByHash(engine, keys) : [])
      .filter(([, one]) => !faultOfKey(one, now))
      .map(([hash, { of }]) => [`key ${hash}`, of] as const),
    ...(sessions.length > 0 ? await sessionsByHash(engine, sessions) : [])
      .filter(([, one]) => !faultOfSession(one, now))
      .map(([hash, { of }]) => [`session ${hash}`, of] as const),
  ]
  return new Map(good)
}

/** Whether what was opened for one may go on for the other: an account can come to another office or role. */
export const isSameListener = (one: StoredAccount, other: StoredAccount): boolean =>
  one.account === other.account && one.office === other.office && one.role === other.role

/** Why a key is good no more; null while it is in force. */
export function faultOfKey({ revokedAt, expiresAt }: StoredKey, now: Instant): TokenFault | null {
  if (revokedAt) return 'revoked'
  return expiresAt && expiresAt <= now ? 'expired' : null
}

function faultOfSession({ revokedAt, expiresAt, seenAt, office, of }: StoredSession, now: Instant): TokenFault | null {
  if (revokedAt) return 'revoked'
  if (expiresAt <= now || plus(seenAt, SESSION_IDLE) <= now) return 'expired'
  return office === of.office ? null : 'other-office'
}

async function byKey(service: Service, hash: string): Promise<Account | TokenFault> {
  const found = await keyByHash(service.engine, hash)
  const now = service.clock.now()
  const fault = found ? faultOfKey(found, now) : 'unknown'
  if (!found || fault) return fault ?? 'unknown'
  // The invented officers of a demo, in a demo alone; a key that was made there for a system keeps to its scope.
  const isDemo = found.demo && service.fictitious && found.scope.kind === 'officer'
  return actingNow(service, found.of, isDemo ? { by: 'demo' } : { by: 'key', scope: found.scope }, null, now)
}

function bySession(service: Service, found: StoredSession | null): Account | TokenFault {
  const now = service.clock.now()
  const fault = found ? faultOfSession(found, now) : 'unknown'
  if (!found || fault) return fault ?? 'unknown'
  return actingNow(service, found.of, { by: 'session', steppedUpAt: found.steppedUpAt }, found.id, now)
}

const actingNow = (
  service: Service,
  account: StoredAccount,
  assurance: Assurance,
  session: SessionId | null,
  now: Instant,
): Account => ({
  ...account,
  standsInFor: standsInFor(service.world, account.office, account.role, now),
  assurance,
  session,
})
