import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { beginRedeeming, finishRedeeming } from '../../services/access/redeem-invitation.ts'
import type { Service } from '../../services/service.ts'
import { networkOf } from '../network.ts'
import type { CookieRule } from '../session-cookie.ts'
import { answerAccess, handOver } from './answer-access.ts'
import { code, cookieWish, password, ticket } from './body.ts'

const first = z.strictObject({ code, password })
const second = z.strictObject({ ticket, code, cookie: cookieWish })

/** `POST /auth/invitation` takes the code and a new password and gives the authenticator's secret; `…/finish` its first code. */
export function invitationRoutes(app: FastifyInstance, service: Service, cookie: CookieRule): void {
  app.post('/auth/invitation', (request, reply) =>
    answerAccess(service, request, reply, first, (body) =>
      beginRedeeming(service, body.code, body.password, networkOf(request.ip)),
    ),
  )
  app.post('/auth/invitation/finish', (request, reply) =>
    answerAccess(service, request, reply, second, async (body) =>
      handOver(
        reply,
        cookie,
        await finishRedeeming(service, body.ticket, body.code, networkOf(request.ip)),
        body.cookie,
      ),
    ),
  )
}
