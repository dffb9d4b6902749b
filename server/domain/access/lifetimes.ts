import { DAY, HOUR, MINUTE } from '../kernel/instant.ts'

/** A session ends after this time, and sooner where nothing is asked. */
export const SESSION_LASTS = 12 * HOUR
export const SESSION_IDLE = 60 * MINUTE
/** How often the store is told that a session is in use. */
export const SEEN_EVERY = MINUTE
export const INVITATION_LASTS = 7 * DAY
/** How long somebody has for the second step of signing in, and for the first code after an invitation. */
export const TICKET_LASTS = 10 * MINUTE
/** Failed attempts are forgotten after this time without another. */
export const ATTEMPTS_REMEMBERED = HOUR
/** An API key runs out at the latest after this many days; after it was rotated, the old one after this many hours. */
export const KEY_DAYS = 366
export const OVERLAP_HOURS = 168
