import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { SessionId } from '../../domain/kernel/ids.ts'
import { isRefused } from '../../services/access/fault.ts'
import { changePassword, renewRecoveryCodes } from '../../services/access/own-credentials.ts'
import { endSession, endSessions, ownSessions } from '../../services/access/sessions.ts'
import { stepUp } from '../../services/access/step-up.ts'
import type { Service } from '../../services/service.ts'
import { networkOf } from '../network.ts'
import { needsSession, ownSession } from '../session.ts'
import { type CookieRule, dropCookie } from '../session-cookie.ts'
import { answerAccess } from './answer-access.ts'
import { code, password, typed } from './body.ts'

const nothing = z.strictObject({})
const proof = z.strictObject({ code })
const which = z.strictObject({ session: typed(64).optional() })
const change = z.strictObject({ password, newPassword: password })

/** What an officer who signed in does about it: prove it again, look where else they are signed in, sign out, change the password. */
export function ownAccountRoutes(app: FastifyInstance, service: Service, cookie: CookieRule): void {
  const entered = { onRequest: needsSession }
  app.post('/auth/step-up', entered, (request, reply) =>
    answerAccess(service, request, reply, proof, (body) =>
      stepUp(service, ownSession(request), body.code, networkOf(request.ip)),
    ),
  )
  app.post('/auth/sessions', entered, (request, reply) =>
    answerAccess(service, request, reply, nothing, async () => {
      const { account, session } = ownSession(request)
      const all = await ownSessions(service, account)
      return { sessions: all.map((one) => ({ ...one, isThis: one.id === session })) }
    }),
  )
  app.post('/auth/sessions/end', entered, (request, reply) =>
    answerAccess(service, request, reply, which, async (body) => {
      const { account } = ownSession(request)
      if (body.session) return { ended: await endSession(service, account, body.session as SessionId) }
      await endSessions(service, account)
      dropCookie(reply, cookie)
      return { ended: true }
    }),
  )
  app.post('/auth/sign-out', entered, (request, reply) =>
    answerAccess(service, request, reply, nothing, async () => {
      const { account, session } = ownSession(request)
      dropCookie(reply, cookie)
      return { ended: await endSession(service, account, session) }
    }),
  )
  app.post('/auth/password', entered, (request, reply) =>
    answerAccess(service, request, reply, change, (body) =>
      changePassword(service, ownSession(request), body, networkOf(request.ip)),
    ),
  )
  app.post('/auth/recovery-codes', entered, (request, reply) =>
    answerAccess(service, request, reply, proof, async (body) => {
      const own = ownSession(request)
      const proved = await stepUp(service, own, body.code, networkOf(request.ip))
      return isRefused(proved) ? proved : { recoveryCodes: await renewRecoveryCodes(service, own) }
    }),
  )
}
