import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { SessionId } from '../domain/kernel/ids.ts'
import type { Service } from '../services/service.ts'
import { type Account, proofOf, type TokenFault, whoAsks } from '../services/sign-in.ts'
import { answerError, type ErrorCode } from './answer-error.ts'
import { type CookieRule, tokenOfCookie } from './session-cookie.ts'

declare module 'fastify' {
  interface FastifyRequest {
    account: Account | null
    tokenFault: TokenFault | null
    /** What the account was found by, hashed: answers that go on look it up again. */
    key: string
  }
}

const BEARER = /^Bearer ([\x21-\x7e]{1,200})$/i

/** Who is asking: a token in the header or in the console's cookie, looked up at every request, so that revoking works at once. */
export function session(app: FastifyInstance, service: Service, cookie: CookieRule): void {
  app.decorateRequest('account', null)
  app.decorateRequest('tokenFault', null)
  app.decorateRequest('key', '')
  app.addHook('onRequest', async (request) => {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1] ?? tokenOfCookie(request, cookie)
    if (!token) return
    const proof = proofOf(service, token)
    const found = proof === null ? 'incomplete' : await whoAsks(service, proof)
    if (typeof found === 'string') request.tokenFault = found
    else request.account = found
    request.key = proof ?? ''
  })
}

const REASONS: Readonly<Record<Exclude<TokenFault, 'unknown'>, ErrorCode>> = {
  incomplete: 'TOKEN_INCOMPLETE',
  expired: 'TOKEN_EXPIRED',
  revoked: 'TOKEN_REVOKED',
  'other-office': 'TOKEN_OF_ANOTHER_OFFICE',
}

/** For routes that need an account: no key or a bad one is 401, before the body is read. What is wrong with it is the `reason`. */
export async function needsAccount(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  if (request.account) return undefined
  reply.header('www-authenticate', 'Bearer')
  const fault = request.tokenFault
  if (!fault || fault === 'unknown') return answerError(request, reply, 401, 'UNAUTHENTICATED')
  const reason = REASONS[fault]
  return answerError(request, reply, 401, 'UNAUTHENTICATED', { reason }, reason)
}

/** For what an officer does about signing in: a key has no session, no password and no second factor. */
export async function needsSession(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  if (!request.account) return needsAccount(request, reply)
  return request.account.session ? undefined : answerError(request, reply, 403, 'SESSION_NEEDED')
}

/** Who asked, on a route that needs a session. */
export function ownSession({ account }: FastifyRequest): Account & { readonly session: SessionId } {
  if (!account?.session) throw new Error('a route that needs a session was entered without one')
  return { ...account, session: account.session }
}
