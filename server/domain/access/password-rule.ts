import { commonPasswords } from './common-passwords.ts'

const SHORTEST = 12
const LONGEST = 200
export const passwordLimits = { atLeast: SHORTEST, atMost: LONGEST }

/** Long enough, none of those everybody tries first, not the name of the account, more than a few letters again and again. */
export function isGoodPassword(password: string, account: string): boolean {
  const letters = [...password.normalize('NFKC')]
  if (letters.length < SHORTEST || letters.length > LONGEST) return false
  if (new Set(letters).size < 5) return false
  const plain = letters.join('').toLowerCase()
  return !commonPasswords.has(plain) && !plain.includes(account)
}
