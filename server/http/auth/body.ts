import { z } from 'zod'

/** Long enough for what anybody types, short enough to cost nothing. */
export const typed = (atMost: number) => z.string().min(1).max(atMost)
export const password = typed(1000)
export const code = typed(64)
/** Names are those the service made; another text is no name, and the answer is the same. */
export const accountName = typed(64)
export const ticket = typed(64)
/** `cookie`: the console keeps the session in a cookie, and the answer holds no token. */
export const cookieWish = z.boolean().default(false)
