import type { FastifyInstance } from 'fastify'
import type { ShiftedClock } from '../clock.ts'
import { parseInstant } from '../domain/kernel/instant.ts'
import { runDueJobs } from '../jobs/due-jobs.ts'
import type { Service } from '../services/service.ts'
import { answerError } from './answer-error.ts'
import { needsAccount } from './session.ts'

/** Years may pass at once, with all that becomes due in them. */
const YEARS_MS = 600_000

/** `POST /demo/clock {"to": "<instant>"}`: the operator of a demo moves its clock forward; due jobs have run when it answers. */
export function demoClock(
  app: FastifyInstance,
  service: Service,
  clock: ShiftedClock,
  moved: (aheadMs: number) => Promise<void>,
): void {
  app.post('/demo/clock', { onRequest: needsAccount, handlerTimeout: YEARS_MS }, async (request, reply) => {
    if (request.account?.role !== 'operator') return answerError(request, reply, 403, 'NOT_ALLOWED')
    const { to } = (request.body ?? {}) as { to?: unknown }
    const instant = typeof to === 'string' ? parseInstant(to) : null
    if (!instant) return answerError(request, reply, 400, 'CLOCK_NEEDS_INSTANT')
    if (!clock.moveTo(instant)) return answerError(request, reply, 409, 'CLOCK_FORWARD_ONLY', { now: clock.now() })
    await moved(clock.aheadMs)
    await runDueJobs(service)
    return { now: clock.now() }
  })
}
