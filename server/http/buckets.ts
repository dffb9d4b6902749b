import { MINUTE } from '../domain/kernel/instant.ts'

/** What became of one request: whether it may pass, how many more may follow at once, and when all may again. */
export interface Drawn {
  readonly allowed: boolean
  readonly left: number
  /** Seconds until the bucket is full again. */
  readonly fullIn: number
  /** Seconds until one more request may pass. */
  readonly nextIn: number
}

/** Keys that are remembered; the one not seen for longest is let go, and begins with a full bucket. */
const MOST = 10_000

/**
 * Token buckets: so many requests at once, and the same number every minute after. Of each key one number is kept, when
 * its bucket will be full again; so memory is bounded and nothing has to be refilled.
 */
export class Buckets {
  readonly perMinute: number
  readonly #eachMs: number
  readonly #fullAt = new Map<string, number>()
  constructor(perMinute: number) {
    this.perMinute = perMinute
    this.#eachMs = MINUTE / perMinute
  }
  get size(): number {
    return this.#fullAt.size
  }
  /** Takes one, where one is left; `now` in milliseconds of a clock that never goes back. */
  draw(key: string, now: number): Drawn {
    const seen = this.look(key, now)
    if (!seen.allowed) return seen
    const fullAt = Math.max(now, this.#fullAt.get(key) ?? 0) + this.#eachMs
    this.#fullAt.delete(key)
    this.#fullAt.set(key, fullAt)
    const [oldest] = this.#fullAt.keys()
    if (this.#fullAt.size > MOST && oldest !== undefined) this.#fullAt.delete(oldest)
    return this.#told(fullAt - now, true)
  }
  /** As `draw`, and takes nothing. */
  look(key: string, now: number): Drawn {
    const missing = Math.max(0, (this.#fullAt.get(key) ?? 0) - now)
    // A thousandth of a millisecond: sums of fractions do not come out even.
    return this.#told(missing, missing + this.#eachMs <= MINUTE + 0.001)
  }
  #told(missing: number, allowed: boolean): Drawn {
    return {
      allowed,
      left: Math.max(0, Math.floor((MINUTE - missing) / this.#eachMs + 0.001)),
      fullIn: Math.ceil(missing / 1000),
      nextIn: Math.max(1, Math.ceil((missing + this.#eachMs - MINUTE) / 1000)),
    }
  }
}
