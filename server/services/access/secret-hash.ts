import { keyedHash } from '../../adapters/hashing.ts'
import { foldDigits } from '../../domain/kernel/digits.ts'
import type { Service } from '../service.ts'
import type { Trying } from './attempts.ts'

type Kind =
  | 'session'
  | 'ticket'
  | 'invitation'
  | 'recovery'
  | 'identity'
  | 'account in the log'
  | `${Trying['kind'] | 'network'} attempts`

/** How a secret lies in the store: a keyed hash, of its kind alone. */
export const secretHash = ({ secret }: Service, kind: Kind, text: string): string =>
  keyedHash(secret, `mekong-liaison ${kind} ${text}`)

/** The key that seals the secrets of authenticators. */
export const sealingKey = ({ secret }: Service): string => keyedHash(secret, 'mekong-liaison sealing')

/** A code from paper as it was made: whatever stands between its symbols, in small letters or native digits. */
export const typedCode = (text: string): string =>
  foldDigits(text)
    .replace(/[\s\p{Pd}]+/gu, '')
    .toUpperCase()
