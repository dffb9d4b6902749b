import type { StandingClock } from '../clock.ts'
import { HOUR, type Instant, plus } from '../domain/kernel/instant.ts'
import type { Service } from '../services/service.ts'
import { CaseWorker } from './case-worker.ts'
import type { Officers } from './officers.ts'
import { planCases } from './plan.ts'

/**
 * Lives through the two months before `start`: every fictitious case goes its way through the services, in the order
 * of time. Acts that fall into the same hour are done together, so that they share their commits.
 */
export async function liveThrough(
  service: Service,
  clock: StandingClock,
  officers: Officers,
  start: Instant,
  count: number,
): Promise<void> {
  const agenda = new Map<Instant, CaseWorker[]>()
  const note = (at: Instant, worker: CaseWorker) => {
    const hour = `${at.slice(0, 13)}:00:00.000Z` as Instant
    agenda.set(hour, [...(agenda.get(hour) ?? []), worker])
  }
  for (const plan of planCases(service.world, count))
    note(plus(start, -(plan.daysBefore * 24 + 1) * HOUR), new CaseWorker(service, clock, officers, plan))
  for (;;) {
    const [hour] = [...agenda.keys()].sort()
    if (hour === undefined || hour >= start) return
    const due = agenda.get(hour) ?? []
    agenda.delete(hour)
    clock.set(hour)
    const again = await Promise.all(due.map(async (worker) => [worker, await worker.work()] as const))
    for (const [worker, at] of again) if (at) note(at > hour ? at : plus(hour, HOUR), worker)
  }
}
