import { accountByKeyHash, accountsByKeyHash, type Account as StoredAccount } from '../../db/account-queries.ts'
import type { Engine } from '../../db/engine.ts'
import { sha256 } from '../adapters/hashing.ts'
import type { Actor } from '../domain/cases/actor.ts'
import type { Instant } from '../domain/kernel/instant.ts'
import { standsInFor } from '../domain/registers/delegations.ts'
import type { Service } from './service.ts'

/** An account as it acts today: with the offices that delegated its role to its own. */
export type Account = StoredAccount & Actor

/** Bearer keys carry 256 bits of chance: a plain hash of them cannot be reversed by guessing. */
export const keyHash = (key: string): string => sha256(`mekong-liaison key ${key}`)

/** The account of a bearer key; null for a key that is unknown, revoked or has run out. */
export const signIn = (service: Service, key: string): Promise<Account | null> => signInByHash(service, keyHash(key))

/** The same once more, while an answer goes on. */
export async function signInByHash(service: Service, hash: string): Promise<Account | null> {
  const now = service.clock.now()
  const account = await accountByKeyHash(service.engine, hash, now)
  return account && { ...account, standsInFor: standsInFor(service.world, account.office, account.role, now) }
}

/**
 * Who is still signed in with these, by hash: the one place where answers that go on ask. Whatever one can sign in with
 * has to be looked up here as it is in `signInByHash`.
 */
export const whoIsSignedIn = (
  engine: Engine,
  hashes: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, StoredAccount>> => accountsByKeyHash(engine, hashes, now)

/** Whether what was opened for one may go on for the other: an account can come to another office or role. */
export const isSameListener = (one: StoredAccount, other: StoredAccount): boolean =>
  one.account === other.account && one.office === other.office && one.role === other.role
