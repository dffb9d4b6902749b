import { accountByKeyHash, type Account as StoredAccount } from '../../db/account-queries.ts'
import { sha256 } from '../adapters/hashing.ts'
import type { Actor } from '../domain/cases/actor.ts'
import { standsInFor } from '../domain/registers/delegations.ts'
import type { Service } from './service.ts'

/** An account as it acts today: with the offices that delegated its role to its own. */
export type Account = StoredAccount & Actor

/** Bearer keys carry 256 bits of chance: a plain hash of them cannot be reversed by guessing. */
export const keyHash = (key: string): string => sha256(`mekong-liaison key ${key}`)

/** The account of a bearer key; null for a key that is unknown, revoked or has run out. */
export async function signIn(service: Service, key: string): Promise<Account | null> {
  const now = service.clock.now()
  const account = await accountByKeyHash(service.engine, keyHash(key), now)
  return account && { ...account, standsInFor: standsInFor(service.world, account.office, account.role, now) }
}
