/** Loaded when somebody signs in for the first time: a start does not wait for it. */
const crypto = () => import('better-auth/crypto')

/** scrypt with a salt of its own, off the main thread. */
export const hashPassword = async (password: string): Promise<string> => (await crypto()).hashPassword(password)

// Hashed like all others, and nobody's: where there is no account the answer takes as long as where there is one.
let nobodys: Promise<string> | null = null

export async function isPassword(hash: string | null, password: string): Promise<boolean> {
  const { hashPassword: make, verifyPassword } = await crypto()
  nobodys ??= make('nobody has this password')
  const matches = await verifyPassword({ hash: hash ?? (await nobodys), password })
  return matches && hash !== null
}
