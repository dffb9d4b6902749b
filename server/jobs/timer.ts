import type { Service } from '../services/service.ts'
import { runDueJobs } from './due-jobs.ts'

const EVERY_MS = 60_000

/** Runs what is due now and then every minute; the answer stops it. A failure is told and the next minute tries again. */
export function startTimer(service: Service, failed: (error: unknown) => void): () => void {
  let running = false
  const tick = () => {
    // A run that takes longer than a minute is not joined by a second one.
    if (running) return
    running = true
    runDueJobs(service)
      .catch(failed)
      .finally(() => {
        running = false
      })
  }
  tick()
  const timer = setInterval(tick, EVERY_MS)
  return () => clearInterval(timer)
}
