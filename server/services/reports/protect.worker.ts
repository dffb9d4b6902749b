import { parentPort, workerData } from 'node:worker_threads'
import { loadLinearSolver } from '../../adapters/linear-programme.ts'
import { protect, type Request } from '../../domain/reports/protection/protect.ts'
import { releaseOf } from '../../domain/reports/protection/releases.ts'
import type { RulesByAudience } from '../../domain/reports/protection/rules.ts'

// Disclosure control takes seconds: a thread of its own (make-figures.ts).
export interface Protection {
  readonly request: Omit<Request, 'earlier'>
  /** Releases as they are kept. */
  readonly earlier: readonly string[]
  readonly rules: RulesByAudience
}
const { request, earlier, rules } = workerData as Protection
const whole: Request = { ...request, earlier: earlier.map(releaseOf) }
parentPort?.postMessage(protect(whole, rules, await loadLinearSolver()))
