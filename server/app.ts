import fastify, { type FastifyInstance, LogController } from 'fastify'
import { newRequestId } from './chance.ts'
import type { Config } from './config.ts'
import { graphql } from './http/graphql.ts'
import { health } from './http/health.ts'
import { jsonBody } from './http/json-body.ts'
import { BODY_BYTES } from './http/limits.ts'
import { session } from './http/session.ts'
import type { Service } from './services/service.ts'

/** A random number as programs make it, so that nobody's name or telephone comes into the log by it. */
const REQUEST_ID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i

/** Of a failure its kind and place. Its sentence and what a driver adds (the row, the parameters) may hold what somebody typed. */
const failure = ({ name, stack, code }: Error & { readonly code?: string }) => ({
  type: name,
  message: code ?? name,
  stack: (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n'),
})

/** Puts the service together; opens no port. The log goes to the standard output, or to `log`. */
export function buildApp(
  service: Service,
  { LOG_LEVEL, TRUST_PROXY }: Pick<Config, 'LOG_LEVEL' | 'TRUST_PROXY'>,
  log?: { readonly write: (line: string) => void },
): FastifyInstance {
  const app = fastify({
    bodyLimit: BODY_BYTES,
    requestTimeout: 30_000,
    trustProxy: TRUST_PROXY,
    logger: { level: LOG_LEVEL, serializers: { err: failure }, ...(log ? { stream: log } : {}) },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: ({ headers }) => {
      const given = headers['x-request-id']
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : newRequestId()
    },
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('cache-control', 'no-store')
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
  session(app, service)
  health(app, service)
  graphql(app, service)
  return app
}
