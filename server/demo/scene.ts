import type { StandingClock } from '../clock.ts'
import type { CaseId } from '../domain/kernel/ids.ts'
import type { Instant } from '../domain/kernel/instant.ts'
import type { Service } from '../services/service.ts'
import type { Officers } from './officers.ts'
import type { Plan } from './plan.ts'

/** What everybody in the demo shares: the service, the time, the officers, and which case each plan has become. */
export interface Scene {
  readonly service: Service
  readonly clock: StandingClock
  readonly officers: Officers
  readonly start: Instant
  readonly plans: readonly Plan[]
  /** By the number of the plan. */
  readonly cases: Map<number, CaseId>
}

/** Somebody who comes at an hour, does what is next, and says when to come again; null: never. */
export interface Worker {
  readonly begins: Instant
  /** Whether it acts on what others have done: it comes after them in the same hour, or the outcome would be a race. */
  readonly needsOthers: boolean
  work(): Promise<Instant | null>
}
