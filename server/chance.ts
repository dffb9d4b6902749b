import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { Clock } from './clock.ts'
import type { Moment } from './domain/kernel/moment.ts'

/** UUIDv7 (RFC 9562): ordered by the millisecond of its making, random otherwise. */
function uuidv7(ms: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(ms, 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** What one request knows of time and chance. */
export function momentOf(clock: Clock): Moment {
  const now = clock.now()
  return {
    now,
    newId: () => uuidv7(Date.parse(now)),
    randomId: () => randomUUID(),
    draw: (count, below) => Array.from({ length: count }, () => randomInt(below)),
  }
}

export const randomSalt = (): string => randomBytes(32).toString('hex')

/** A bearer key: 32 random bytes, shown once, kept as a hash. */
export const randomKey = (): string => `ml_${randomBytes(32).toString('base64url')}`

/** A token of one kind, told by its first letters: 32 random bytes, kept as a hash. */
export const randomToken = (kind: 'mls' | 'mlt'): string => `${kind}_${randomBytes(32).toString('base64url')}`

/** What nobody can guess and one request must bring back. */
export const randomProof = (): string => randomBytes(32).toString('base64url')

/** Letters and digits that nobody takes for one another. */
const SYMBOLS = '23456789ABCDEFGHJKLMNPQRSTVWXYZ'
/** A code that is read aloud or typed from paper: groups of five symbols. */
export const randomCode = (groups: number): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: 5 }, () => SYMBOLS[randomInt(SYMBOLS.length)]).join(''),
  ).join('-')

/** What an authenticator makes its codes of: 160 bits. */
export const randomTotpSecret = (): string => randomBytes(20).toString('base64url')

/** The id of a row that tells nothing of its time. */
export const randomRowId = (): string => randomUUID()

/** The number of a request that brings none of its own. */
export const newRequestId = (): string => randomUUID()

/** The secret of an Ed25519 key. */
export const randomSeed = (): Buffer => randomBytes(32)
