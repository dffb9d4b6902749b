import type { Actor } from '../cases/actor.ts'
import type { Handover } from '../handovers/handover.ts'
import type { Brand } from '../kernel/brand.ts'
import { sideOf } from '../kernel/country.ts'
import type { Instant } from '../kernel/instant.ts'
import { isBlocked } from '../retention/schedule.ts'
import type { World } from '../world.ts'
import { mayAsk, readsCase } from './question-rules.ts'

/** A handover as one reader may see it; only made here. */
export type HandoverView = Brand<Handover, 'HandoverView'>

/** A list as it lies in the store, and when each of its cases was closed in which the reader's office has a part. */
interface StoredHandover {
  readonly handover: Handover
  readonly parts: readonly { readonly closedAt: Instant | null }[]
}

/** Closed cases are read in focal agencies alone, and there in the roles that the table of rules names. */
export const readsClosed = (world: World, by: Actor): boolean =>
  readsCase(by.role, 'own', 'closed') && world.offices.get(by.office)?.roles.includes('focal') === true

/**
 * Whoever has a part in one of its cases sees the list: while one of those is not closed, and a focal agency until they
 * are all blocked. Its cases pass their own gate.
 */
export function seeHandover(
  world: World,
  { handover, parts }: StoredHandover,
  by: Actor,
  now: Instant,
): HandoverView | null {
  if (!mayAsk('handover', by.role) || sideOf(handover, by.country) === null) return null
  const closed = readsClosed(world, by)
  const shows = parts.some(
    ({ closedAt }) => closedAt === null || (closed && !isBlocked(world, handover, closedAt, now)),
  )
  return shows ? (handover as HandoverView) : null
}
