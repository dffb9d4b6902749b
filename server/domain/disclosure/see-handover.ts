import type { Actor } from '../cases/actor.ts'
import { caseRoles } from '../cases/roles.ts'
import type { Handover } from '../handovers/handover.ts'
import type { Brand } from '../kernel/brand.ts'
import { sideOf } from '../kernel/country.ts'
import type { World } from '../world.ts'

/** A handover as one reader may see it; only made here. */
export type HandoverView = Brand<Handover, 'HandoverView'>

/** A list as it lies in the store, and the reader's part in its cases, all of them and those not closed. */
interface StoredHandover {
  readonly handover: Handover
  readonly hasPart: boolean
  readonly hasOpenPart: boolean
}

/** Closed cases are read by focal agencies alone. */
export const readsClosed = (world: World, by: Actor): boolean =>
  world.offices.get(by.office)?.roles.includes('focal') === true

/** Whoever has a part in one of its cases sees the list, until all of those are closed; its cases pass their own gate. */
export function seeHandover(world: World, stored: StoredHandover, by: Actor): HandoverView | null {
  const { handover, hasPart, hasOpenPart } = stored
  if (!caseRoles.has(by.role) || sideOf(handover, by.country) === null) return null
  return hasOpenPart || (hasPart && readsClosed(world, by)) ? (handover as HandoverView) : null
}
