import type { Instant } from './instant.ts'

/** Time and chance as one request sees them; both arrive as arguments, never from inside the domain. */
export interface Moment {
  readonly now: Instant
  /** A fresh identifier: UUIDv7 text. */
  readonly newId: () => string
  /** A fresh identifier that tells nothing of its time: for permanent tables. */
  readonly randomId: () => string
  /** `count` random whole numbers from 0 to `below` - 1. */
  readonly draw: (count: number, below: number) => number[]
}
