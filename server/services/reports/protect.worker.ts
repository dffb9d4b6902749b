import { parentPort, workerData } from 'node:worker_threads'
import { loadLinearSolver } from '../../adapters/linear-programme.ts'
import { protect, type Request } from '../../domain/reports/protection/protect.ts'
import type { RulesByAudience } from '../../domain/reports/protection/rules.ts'

// Disclosure control takes seconds: a thread of its own (make-figures.ts).
export interface Protection {
  readonly request: Request
  readonly rules: RulesByAudience
}
const { request, rules } = workerData as Protection
parentPort?.postMessage(protect(request, rules, await loadLinearSolver()))
