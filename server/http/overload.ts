import type { FastifyInstance } from 'fastify'
import { answerLater } from './answer-error.ts'
import { isHealth } from './health.ts'

const EVERY_MS = 50
/** Requests that came in one turn: where they are fewer, one of them took long, and nobody else is kept waiting. */
const MANY = 20
/** So long turn after turn must be late before anything is refused: a burst, a long stall or a cold start is no overload. */
const STANDING_MS = 2_000
/** So long after the last late turn the next one is refused at once: what came back is the same overload. */
const CALM_MS = 5_000
const RETRY_SECONDS = 2

/**
 * Whether more comes than is done. A timer that comes late says what requests wait before anybody looks at them; only
 * where many wait, and wait again in every turn, is it a queue that grows.
 */
export class Backlog {
  readonly #mostMs: number
  #due: number
  #arrived = 0
  #lateSince: number | null = null
  #refusedAt = Number.NEGATIVE_INFINITY
  isRefusing = false
  constructor(mostMs: number, now: number) {
    this.#mostMs = mostMs
    this.#due = now + EVERY_MS
  }
  arrive(): void {
    this.#arrived += 1
  }
  tick(now: number): void {
    const isLate = now - this.#due > this.#mostMs && this.#arrived >= MANY
    this.#lateSince = isLate ? (this.#lateSince ?? now) : null
    const stands = this.#lateSince !== null && now - this.#lateSince >= STANDING_MS
    this.isRefusing = stands || (isLate && now - this.#refusedAt < CALM_MS)
    if (this.isRefusing) this.#refusedAt = now
    this.#arrived = 0
    this.#due = now + EVERY_MS
  }
}

/** Where the service cannot keep up it says so before it begins: 503, with the time after which to ask again. */
export function overload(app: FastifyInstance, mostMs: number, runningMs: () => number): void {
  const backlog = new Backlog(mostMs, runningMs())
  const timer = setInterval(() => backlog.tick(runningMs()), EVERY_MS).unref()
  app.addHook('onClose', async () => clearInterval(timer))
  app.addHook('onRequest', async (request, reply) => {
    if (isHealth(request)) return undefined
    backlog.arrive()
    if (!backlog.isRefusing) return undefined
    return answerLater(request, reply, 503, 'OVERLOADED', RETRY_SECONDS)
  })
}
