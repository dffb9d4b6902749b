import type { FastifyReply, FastifyRequest } from 'fastify'
import { SESSION_LASTS } from '../domain/access/lifetimes.ts'

/** How the console keeps a session: out of reach of scripts, for this host alone, never sent from another site. */
export interface CookieRule {
  readonly name: string
  readonly attributes: string
}

/** The demo runs on plain HTTP, where browsers refuse `Secure` cookies. */
export function cookieRule(isDemo: boolean): CookieRule {
  const attributes = 'Path=/; HttpOnly; SameSite=Strict'
  return isDemo ? { name: 'liaison', attributes } : { name: '__Host-liaison', attributes: `${attributes}; Secure` }
}

/**
 * The token of a cookie, for a request that comes from the console itself: browsers name the origin with every POST, and
 * another than ours was refused before (right-place.ts).
 */
export function tokenOfCookie({ headers }: FastifyRequest, { name }: CookieRule): string | null {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim())
  const token = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
  return token && headers.origin !== undefined ? token : null
}

export const keepInCookie = (reply: FastifyReply, { name, attributes }: CookieRule, token: string): void =>
  void reply.header('set-cookie', `${name}=${token}; Max-Age=${SESSION_LASTS / 1000}; ${attributes}`)

export const dropCookie = (reply: FastifyReply, { name, attributes }: CookieRule): void =>
  void reply.header('set-cookie', `${name}=; Max-Age=0; ${attributes}`)
