import { z } from 'zod'
import { isPlainText } from '../../domain/kernel/plain-text.ts'

/** Long enough for what anybody types, short enough to cost nothing, and nothing that a store would not take. */
export const typed = (atMost: number) => z.string().min(1).max(atMost).refine(isPlainText)
export const password = typed(1000)
export const code = typed(64)
/** Names are those the service made; another text is no name, and the answer is the same. */
export const accountName = typed(64)
export const ticket = typed(64)
/** `cookie`: the console keeps the session in a cookie, and the answer holds no token. */
export const cookieWish = z.boolean().default(false)
