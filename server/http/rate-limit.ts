import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answerLater } from './answer-error.ts'
import { Buckets, type Drawn } from './buckets.ts'
import { isHealth } from './health.ts'
import { networkOf } from './network.ts'

/** A network may send as much as so many accounts: a whole ministry, or a country's gateway, often has one address. */
const ACCOUNTS_OF_A_NETWORK = 100
/** Whoever has no key yet, as many officers have in the morning: to be refused costs little. */
const ACCOUNTS_OF_STRANGERS = 10

/** Two hooks: the one before anybody is known, and the one that knows the account, or that there is none. */
interface RateLimit {
  readonly network: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>
  readonly caller: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>
}

/**
 * Requests a minute of one account; of one network, a hundred times as many, without a valid key ten times.
 * A request that is refused takes nothing from its network, so one machine cannot shut out its neighbours.
 */
function rateLimit(perMinute: number, runningMs: () => number): RateLimit {
  const accounts = new Buckets(perMinute)
  const strangers = new Buckets(perMinute * ACCOUNTS_OF_STRANGERS)
  const networks = new Buckets(perMinute * ACCOUNTS_OF_A_NETWORK)
  const policy = [
    ['account', accounts],
    ['stranger', strangers],
    ['network', networks],
  ] as const
  const policies = policy.map(([name, { perMinute: quota }]) => `"${name}";q=${quota};w=60`).join(', ')

  const refuse = (request: FastifyRequest, reply: FastifyReply, { nextIn }: Drawn) =>
    answerLater(request, reply, 429, 'TOO_MANY_REQUESTS', nextIn)
  const tell = (reply: FastifyReply, name: (typeof policy)[number][0], { left, fullIn }: Drawn) =>
    reply.header('ratelimit', `"${name}";r=${left};t=${fullIn}`)

  return {
    async network(request, reply) {
      if (isHealth(request)) return undefined
      reply.header('ratelimit-policy', policies)
      const drawn = networks.look(networkOf(request.ip), runningMs())
      if (drawn.allowed) return undefined
      return refuse(request, tell(reply, 'network', drawn), drawn)
    },
    async caller(request, reply) {
      if (isHealth(request)) return undefined
      const [now, network] = [runningMs(), networkOf(request.ip)]
      const { account } = request
      const drawn = account ? accounts.draw(account.account, now) : strangers.draw(network, now)
      tell(reply, account ? 'account' : 'stranger', drawn)
      if (!drawn.allowed) return refuse(request, reply, drawn)
      networks.draw(network, now)
      return undefined
    },
  }
}

/** Puts both hooks around what finds out who is asking. */
export function withRateLimit(
  app: FastifyInstance,
  perMinute: number | undefined,
  runningMs: () => number,
  findOut: () => void,
): void {
  const rates = perMinute === undefined ? null : rateLimit(perMinute, runningMs)
  if (rates) app.addHook('onRequest', rates.network)
  findOut()
  if (rates) app.addHook('onRequest', rates.caller)
}
