import { type Instant, MINUTE, plus } from '../kernel/instant.ts'
import { type Problem, problem } from '../kernel/problem.ts'
import type { ActionName, ActName } from '../procedures/action-names.ts'
import type { AccessActName } from './access-acts.ts'
import type { KeyScope } from './key-scope.ts'
import { asksForSecondFactor, STEP_UP_MINUTES } from './step-up.ts'

/** How sure the service is of who asks: a person who signed in, a key, or an invented officer of a demo. */
export type Assurance =
  | { readonly by: 'session'; readonly steppedUpAt: Instant | null }
  | { readonly by: 'key'; readonly scope: KeyScope }
  | { readonly by: 'demo' }

/** Until when the second factor of a session counts; null where it does not any more. */
export function steppedUpUntil(steppedUpAt: Instant | null, now: Instant): Instant | null {
  const until = steppedUpAt && plus(steppedUpAt, STEP_UP_MINUTES * MINUTE)
  return until && now < until ? until : null
}

/** What stands between a caller and an act, whatever the act is about; null where nothing does. */
export function hindrance(assurance: Assurance, name: ActName | AccessActName, now: Instant): Problem | null {
  // A demo is invented from end to end: its keys stand for officers who have just proved themselves, so that it can be tried out.
  if (assurance.by === 'demo') return null
  if (assurance.by === 'session') {
    return asksForSecondFactor(name) && !steppedUpUntil(assurance.steppedUpAt, now) ? stepUpNeeded() : null
  }
  const { scope } = assurance
  if (scope.kind === 'unattended') return null
  if (scope.kind === 'officer') return asksForSecondFactor(name) ? stepUpNeeded() : null
  const isNamed = scope.kind === 'acts' && scope.acts.includes(name as ActionName)
  return isNamed ? null : problem('KEY_SCOPE')
}

const stepUpNeeded = () => problem('STEP_UP_NEEDED', { minutes: STEP_UP_MINUTES })
