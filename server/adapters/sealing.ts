const crypto = () => import('better-auth/crypto')

/** Sealed with a key of the installation (XChaCha20-Poly1305): who reads the table alone reads nothing. */
export const sealed = async (key: string, data: string): Promise<string> =>
  (await crypto()).symmetricEncrypt({ key, data })
export const unsealed = async (key: string, data: string): Promise<string> =>
  (await crypto()).symmetricDecrypt({ key, data })
