import type { FastifyInstance } from 'fastify'
import type { Service } from '../services/service.ts'

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
