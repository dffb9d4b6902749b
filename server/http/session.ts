import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Service } from '../services/service.ts'
import { type Account, keyHash, signInByHash } from '../services/sign-in.ts'
import { answerError } from './answer-error.ts'

declare module 'fastify' {
  interface FastifyRequest {
    account: Account | null
    /** Hash of the key that the account was found by. */
    key: string
  }
}

const BEARER = /^Bearer ([\x21-\x7e]{1,200})$/i

/** Who is asking: a bearer key, looked up by its hash at every request, so that revoking works at once. */
export function session(app: FastifyInstance, service: Service): void {
  app.decorateRequest('account', null)
  app.decorateRequest('key', '')
  app.addHook('onRequest', async (request) => {
    const key = BEARER.exec(request.headers.authorization ?? '')?.[1]
    if (!key) return
    request.key = keyHash(key)
    request.account = await signInByHash(service, request.key)
  })
}

/** For routes that need an account: no key or a bad one is 401, before the body is read. */
export async function needsAccount(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  if (request.account) return undefined
  reply.header('www-authenticate', 'Bearer')
  return answerError(request, reply, 401, 'UNAUTHENTICATED')
}
