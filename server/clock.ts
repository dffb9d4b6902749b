import { type Instant, instantOf, plus } from './domain/kernel/instant.ts'

/** The only place that asks the machine for the time. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => instantOf(Date.now()) }

/** Milliseconds since this process began: only ever forward, whatever happens to the machine's time. */
export const millisecondsRunning = (): number => performance.now()

/** The demo's clock: runs on as the machine's does, and can be moved forward, never back. */
export class ShiftedClock implements Clock {
  #aheadMs: number
  constructor(aheadMs: number) {
    this.#aheadMs = aheadMs
  }
  get aheadMs(): number {
    return this.#aheadMs
  }
  now(): Instant {
    return plus(systemClock.now(), this.#aheadMs)
  }
  /** Sets the clock to an instant; false, and nothing done, when that lies behind it. */
  moveTo(to: Instant): boolean {
    if (to < this.now()) return false
    this.#aheadMs += Date.parse(to) - Date.parse(this.now())
    return true
  }
}

/** Stands where it was put: for building a world, and for tests. */
export class StandingClock implements Clock {
  #now: Instant
  constructor(now: Instant) {
    this.#now = now
  }
  now(): Instant {
    return this.#now
  }
  set(now: Instant): void {
    this.#now = now
  }
}
