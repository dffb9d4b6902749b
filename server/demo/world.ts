import type { StandingClock } from '../clock.ts'
import { HOUR, type Instant, plus } from '../domain/kernel/instant.ts'
import { runDueJobs } from '../jobs/due-jobs.ts'
import type { Service } from '../services/service.ts'
import { CaseWorker } from './case-worker.ts'
import { Clerk } from './clerk.ts'
import { meetings } from './meetings.ts'
import { nationalFigures } from './national-figures.ts'
import type { Officers } from './officers.ts'
import { planCases } from './plan.ts'
import { errands } from './registers.ts'
import type { Scene, Worker } from './scene.ts'

/**
 * Lives through the two months before `start`: every fictitious case goes its way through the services, in the order
 * of time. Acts that fall into the same hour are done together, so that they share their commits; what the clock
 * triggers runs once a day.
 */
export async function liveThrough(
  service: Service,
  clock: StandingClock,
  officers: Officers,
  start: Instant,
  count: number,
): Promise<void> {
  const plans = planCases(service.world, start, count)
  const scene: Scene = { service, clock, officers, start, plans, cases: new Map() }
  const agenda = new Map<Instant, Worker[]>()
  const note = (at: Instant, worker: Worker) => agenda.set(at, [...(agenda.get(at) ?? []), worker])
  for (const plan of plans) {
    const worker = new CaseWorker(scene, plan)
    note(worker.begins, worker)
  }
  for (const errand of [...errands, ...nationalFigures, ...meetings]) {
    const clerk = new Clerk(scene, errand)
    note(clerk.begins, clerk)
  }
  let today = ''
  for (;;) {
    const [hour] = [...agenda.keys()].sort()
    if (hour === undefined || hour >= start) break
    const due = agenda.get(hour) ?? []
    agenda.delete(hour)
    clock.set(hour)
    if (hour.slice(0, 10) !== today) await runDueJobs(service)
    today = hour.slice(0, 10)
    for (const needsOthers of [false, true]) {
      const now = due.filter((worker) => worker.needsOthers === needsOthers)
      const again = await Promise.all(now.map(async (worker) => [worker, await worker.work()] as const))
      for (const [worker, at] of again) if (at) note(at > hour ? at : plus(hour, HOUR), worker)
    }
  }
  clock.set(start)
  await runDueJobs(service)
}
