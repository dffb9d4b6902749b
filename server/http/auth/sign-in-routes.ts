import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { checkPassword, finishSignIn } from '../../services/access/sign-in-steps.ts'
import type { Service } from '../../services/service.ts'
import { networkOf } from '../network.ts'
import type { CookieRule } from '../session-cookie.ts'
import { answerAccess, handOver } from './answer-access.ts'
import { accountName, code, cookieWish, password, ticket } from './body.ts'

const first = z.strictObject({ account: accountName, password })
const second = z.strictObject({ ticket, code, cookie: cookieWish })

/** `POST /auth/sign-in` takes the password and gives a ticket; `POST /auth/second-step` takes it with a code and gives a session. */
export function signInRoutes(app: FastifyInstance, service: Service, cookie: CookieRule): void {
  app.post('/auth/sign-in', (request, reply) =>
    answerAccess(service, request, reply, first, (body) =>
      checkPassword(service, { ...body, network: networkOf(request.ip) }),
    ),
  )
  app.post('/auth/second-step', (request, reply) =>
    answerAccess(service, request, reply, second, async (body) =>
      handOver(reply, cookie, await finishSignIn(service, body.ticket, body.code, networkOf(request.ip)), body.cookie),
    ),
  )
}
