import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Provider } from '../../config.ts'
import { type CountryCode, countryCodes } from '../../domain/kernel/country.ts'
import { beginAtProvider, type CountryProvider, finishAtProvider } from '../../services/access/provider-sign-in.ts'
import type { Service } from '../../services/service.ts'
import { answerError } from '../answer-error.ts'
import { networkOf } from '../network.ts'
import type { CookieRule } from '../session-cookie.ts'
import { answerAccess, handOver } from './answer-access.ts'
import { code, cookieWish, ticket, typed } from './body.ts'

const country = z.enum(countryCodes)
const first = z.strictObject({ country, invitation: code.optional() })
const second = z.strictObject({ country, ticket, state: typed(200), code: typed(2000), cookie: cookieWish })

/** The console's page to which providers send officers back; it posts what it got to `finish`. */
const BACK = 'sign-in'

/** `POST /auth/oidc/begin` says where to sign in; `…/finish` takes what the provider sent back, and the ticket. */
export function oidcRoutes(
  app: FastifyInstance,
  service: Service,
  cookie: CookieRule,
  providers: ReadonlyMap<CountryCode, Provider>,
  publicUrl: string | undefined,
): void {
  const providerOf = (request: FastifyRequest): CountryProvider | null => {
    const asked = country.safeParse((request.body as { country?: unknown } | undefined)?.country)
    const provider = asked.success ? providers.get(asked.data) : undefined
    if (!asked.success || !provider || !publicUrl) return null
    return { ...provider, country: asked.data, redirectUri: new URL(BACK, publicUrl).href }
  }
  const noProvider = (request: FastifyRequest, reply: FastifyReply) => answerError(request, reply, 404, 'NOT_FOUND')

  app.post('/auth/oidc/begin', async (request, reply) => {
    const provider = providerOf(request)
    if (!provider) return noProvider(request, reply)
    return answerAccess(service, request, reply, first, (body) =>
      beginAtProvider(service, provider, body.invitation ?? null, networkOf(request.ip)),
    )
  })
  app.post('/auth/oidc/finish', async (request, reply) => {
    const provider = providerOf(request)
    if (!provider) return noProvider(request, reply)
    return answerAccess(service, request, reply, second, async (body) =>
      handOver(reply, cookie, await finishAtProvider(service, provider, body, networkOf(request.ip)), body.cookie),
    )
  })
}
