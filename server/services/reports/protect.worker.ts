import { answerApart } from '../../adapters/answer-apart.ts'
import { loadLinearSolver } from '../../adapters/linear-programme.ts'
import { protect, type Request } from '../../domain/reports/protection/protect.ts'
import { releaseOf } from '../../domain/reports/protection/releases.ts'
import type { RulesByAudience } from '../../domain/reports/protection/rules.ts'

// Disclosure control takes seconds: a process of its own (make-figures.ts).
export interface Protection {
  readonly request: Omit<Request, 'earlier'>
  /** Releases as they are kept. */
  readonly earlier: readonly string[]
  readonly rules: RulesByAudience
}
answerApart(async ({ request, earlier, rules }: Protection) => {
  const whole: Request = { ...request, earlier: earlier.map(releaseOf) }
  return protect(whole, rules, await loadLinearSolver())
})
