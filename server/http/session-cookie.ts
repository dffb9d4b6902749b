import type { FastifyReply, FastifyRequest } from 'fastify'
import { SESSION_LASTS } from '../domain/access/lifetimes.ts'

/** How the console keeps a session: out of reach of scripts, for this host alone, never sent from another site. */
export interface CookieRule {
  readonly name: string
  readonly attributes: string
  /** Where the console is served; null: from the host that was asked. */
  readonly origin: string | null
}

/** The demo runs on plain HTTP, where browsers refuse `Secure` cookies. */
export function cookieRule(isDemo: boolean, publicUrl: string | undefined): CookieRule {
  const attributes = 'Path=/; HttpOnly; SameSite=Strict'
  const origin = publicUrl ? new URL(publicUrl).origin : null
  return isDemo
    ? { name: 'liaison', attributes, origin }
    : { name: '__Host-liaison', attributes: `${attributes}; Secure`, origin }
}

/** The token of a cookie, for a request that comes from the console itself. Browsers name the origin with every POST. */
export function tokenOfCookie({ headers, host }: FastifyRequest, { name, origin }: CookieRule): string | null {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim())
  const token = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
  const from = headers.origin ?? ''
  const isOwn = origin ? from === origin : URL.canParse(from) && new URL(from).host === host
  return token && isOwn ? token : null
}

export const keepInCookie = (reply: FastifyReply, { name, attributes }: CookieRule, token: string): void =>
  void reply.header('set-cookie', `${name}=${token}; Max-Age=${SESSION_LASTS / 1000}; ${attributes}`)

export const dropCookie = (reply: FastifyReply, { name, attributes }: CookieRule): void =>
  void reply.header('set-cookie', `${name}=; Max-Age=0; ${attributes}`)
