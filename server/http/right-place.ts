import type { FastifyInstance, FastifyRequest } from 'fastify'
import { answerError } from './answer-error.ts'
import { isHealth } from './health.ts'

export interface Place {
  readonly HOST?: string | undefined
  readonly PUBLIC_URL?: string | undefined
}

const HERE = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/
const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::'])

/**
 * A request must name this service, and a browser must send it from a page of this service: a name that somebody points
 * here, and a form or script of another website, reach nothing. What is no browser sends no origin.
 */
export function rightPlace(app: FastifyInstance, place: Place): void {
  const isOurs = hostsOf(place)
  app.addHook('onRequest', async (request, reply) => {
    if (isHealth(request)) return undefined
    if (!isOurs(request.host.toLowerCase())) return answerError(request, reply, 421, 'WRONG_HOST')
    if (!isFromOurPage(request, place)) return answerError(request, reply, 403, 'ORIGIN_REFUSED')
    return undefined
  })
}

/** Names under which the service answers: its public one and this machine's own; without a public one all, where it listens on all. */
function hostsOf({ HOST = '127.0.0.1', PUBLIC_URL }: Place): (host: string) => boolean {
  const known = PUBLIC_URL ? new URL(PUBLIC_URL).host : HOST.toLowerCase()
  if (!PUBLIC_URL && EVERYWHERE.has(HOST)) return () => true
  return (host) => HERE.test(host) || host === known || (!PUBLIC_URL && host.replace(/:\d+$/, '') === known)
}

function isFromOurPage({ method, headers, host }: FastifyRequest, { PUBLIC_URL }: Place): boolean {
  if (method === 'GET' || method === 'HEAD') return true
  const { origin } = headers
  if (origin === undefined) return headers['sec-fetch-site'] !== 'cross-site'
  if (PUBLIC_URL && !HERE.test(host)) return origin === new URL(PUBLIC_URL).origin
  return origin === `http://${host}` || origin === `https://${host}`
}
