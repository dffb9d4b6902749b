import fastify, { type FastifyInstance, LogController } from 'fastify'
import { newRequestId } from './chance.ts'
import { millisecondsRunning } from './clock.ts'
import type { Config, Provider } from './config.ts'
import type { CountryCode } from './domain/kernel/country.ts'
import { answerError } from './http/answer-error.ts'
import { invitationRoutes } from './http/auth/invitation-routes.ts'
import { oidcRoutes } from './http/auth/oidc-routes.ts'
import { ownAccountRoutes } from './http/auth/own-account-routes.ts'
import { signInRoutes } from './http/auth/sign-in-routes.ts'
import { clientError } from './http/client-error.ts'
import { graphql } from './http/graphql.ts'
import { health } from './http/health.ts'
import { jsonBody } from './http/json-body.ts'
import { letterFiles } from './http/letter-files.ts'
import { ANSWER_MS, ARRIVAL_MS, BODY_BYTES } from './http/limits.ts'
import { overload } from './http/overload.ts'
import { withRateLimit } from './http/rate-limit.ts'
import { reportFiles } from './http/report-files.ts'
import { rightPlace } from './http/right-place.ts'
import { securityHeaders } from './http/security-headers.ts'
import { session } from './http/session.ts'
import { cookieRule } from './http/session-cookie.ts'
import { LogFault } from './services/log/log-fault.ts'
import type { Service } from './services/service.ts'

/** A random number as programs make it, so that nobody's name or telephone comes into the log by it. */
const REQUEST_ID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i

/**
 * Of a failure its kind and place. Its sentence and what a driver adds (the row, the parameters) may hold what somebody
 * typed; that of a fault of the log is made of numbers and codes, and says what is to be done.
 */
const failure = (error: Error & { readonly code?: string }) => {
  const type = error.name === 'Error' ? error.constructor.name : error.name
  return {
    type,
    message: error instanceof LogFault ? error.message : (error.code ?? type),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
  }
}

/** What the HTTP side needs of the environment; without a rate and a measure of overload, none is refused for them. */
type Settings = Pick<Config, 'LOG_LEVEL' | 'TRUST_PROXY'> &
  Partial<Pick<Config, 'HOST' | 'PUBLIC_URL' | 'RATE_LIMIT_PER_MINUTE' | 'OVERLOAD_MS'>> & {
    readonly answerMs?: number
    readonly arrivalMs?: number
    readonly runningMs?: () => number
  }

/** Puts the service together; opens no port. The log goes to the standard output, or to `log`. */
export function buildApp(
  service: Service,
  {
    LOG_LEVEL,
    TRUST_PROXY,
    answerMs = ANSWER_MS,
    arrivalMs = ARRIVAL_MS,
    runningMs = millisecondsRunning,
    ...settings
  }: Settings,
  log?: { readonly write: (line: string) => void },
  providers: ReadonlyMap<CountryCode, Provider> = new Map(),
): FastifyInstance {
  const app = fastify({
    bodyLimit: BODY_BYTES,
    requestTimeout: arrivalMs,
    handlerTimeout: answerMs,
    // Node looks after requests that do not arrive only so often.
    http: { connectionsCheckingInterval: arrivalMs / 4 },
    // One proxy, the one that connects: what stands before it in X-Forwarded-For anybody may have written.
    trustProxy: TRUST_PROXY ? (_address, hop) => hop === 0 : false,
    clientErrorHandler: clientError,
    frameworkErrors: (_error, request, reply) => {
      answerError(request, securityHeaders(reply, settings.PUBLIC_URL), 400, 'BAD_REQUEST')
    },
    logger: { level: LOG_LEVEL, serializers: { err: failure }, ...(log ? { stream: log } : {}) },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: ({ headers }) => {
      const given = headers['x-request-id']
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : newRequestId()
    },
  })
  app.addHook('onRequest', async (request, reply) => {
    securityHeaders(reply.header('x-request-id', request.id), settings.PUBLIC_URL)
  })
  // One line for each answer, with the route alone: nothing that a caller wrote reaches the log but the number of the request.
  app.addHook('onResponse', async ({ id, method, routeOptions }, { statusCode, elapsedTime }) => {
    app.log.info(
      { reqId: id, method, path: routeOptions.url ?? 'none', statusCode, ms: Math.round(elapsedTime) },
      'answered',
    )
  })
  // Marks of what was read last are written before the store is closed.
  app.addHook('onClose', async () => {
    await service.readings.flush()
  })
  // Who listens is let go first: answers that never end would hold up the end.
  app.addHook('preClose', async () => service.live.close())
  service.live.failed = (error) => app.log.error({ err: error }, 'live updates ended')
  jsonBody(app)
  rightPlace(app, settings)
  if (settings.OVERLOAD_MS !== undefined) overload(app, settings.OVERLOAD_MS, runningMs)
  const cookie = cookieRule(service.fictitious)
  withRateLimit(app, settings.RATE_LIMIT_PER_MINUTE, runningMs, () => session(app, service, cookie))
  signInRoutes(app, service, cookie)
  invitationRoutes(app, service, cookie)
  oidcRoutes(app, service, cookie, providers, settings.PUBLIC_URL)
  ownAccountRoutes(app, service, cookie)
  health(app, service)
  letterFiles(app, service)
  reportFiles(app, service)
  graphql(app, service)
  return app
}
