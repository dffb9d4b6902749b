import { type Instant, MINUTE, plus } from '../kernel/instant.ts'
import { ATTEMPTS_REMEMBERED } from './lifetimes.ts'

export interface Failed {
  readonly failures: number
  readonly at: Instant
}
/** How many attempts are free, and how long one waits at most: nobody is locked out for good by what others type. */
export interface Pace {
  readonly free: number
  readonly longestMs: number
}
export const paces = {
  account: { free: 5, longestMs: 5 * MINUTE },
  network: { free: 30, longestMs: 15 * MINUTE },
} as const satisfies Record<string, Pace>

/** Failures that still count. */
export const counted = (failed: Failed | null, now: Instant): number =>
  failed && now < plus(failed.at, ATTEMPTS_REMEMBERED) ? failed.failures : 0

/** How long to wait before the next attempt, in milliseconds: each failure after the free ones doubles it. */
export function waitMs(failed: Failed | null, pace: Pace, now: Instant): number {
  const failures = counted(failed, now)
  if (!failed || failures < pace.free) return 0
  const wait = Math.min(1000 * 2 ** (failures - pace.free), pace.longestMs)
  return Math.max(0, Date.parse(failed.at) + wait - Date.parse(now))
}
