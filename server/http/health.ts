import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Service } from '../services/service.ts'

/** Whoever watches over the service must be answered at all times, and names it by its address. */
export const isHealth = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url?.startsWith('/health/') ?? false

/** Live: the process answers. Ready: the database answers, and its tables are of this release. */
export function health(app: FastifyInstance, { engine }: Service): void {
  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async (request, reply) => {
    try {
      if (await engine.isMigrated()) return { status: 'ready' }
    } catch (error) {
      request.log.error({ err: error }, 'the database does not answer')
    }
    return reply.code(503).send({ status: 'not-ready' })
  })
}
