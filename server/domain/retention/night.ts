import type { Instant } from '../kernel/instant.ts'

/** From 18:00 to 21:00 UTC it is night in all six countries: between half past midnight and five, their own time. */
export const isNight = (now: Instant): boolean => now.slice(11, 13) >= '18' && now.slice(11, 13) < '21'
