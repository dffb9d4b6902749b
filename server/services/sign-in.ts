import { type Account, accountByKeyHash } from '../../db/account-queries.ts'
import { sha256 } from '../adapters/hashing.ts'
import type { Service } from './service.ts'

export type { Account }

/** Bearer keys carry 256 bits of chance: a plain hash of them cannot be reversed by guessing. */
export const keyHash = (key: string): string => sha256(`mekong-liaison key ${key}`)

/** The account of a bearer key; null for a key that is unknown, revoked or has run out. */
export const signIn = (service: Service, key: string): Promise<Account | null> =>
  accountByKeyHash(service.engine, keyHash(key), service.clock.now())
