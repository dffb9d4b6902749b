import type { Actor } from '../cases/actor.ts'
import { caseRoles } from '../cases/roles.ts'
import type { Handover } from '../handovers/handover.ts'
import type { Brand } from '../kernel/brand.ts'
import { sideOf } from '../kernel/country.ts'

/** A handover as one reader may see it; only made here. */
export type HandoverView = Brand<Handover, 'HandoverView'>

/** Whoever has a part in one of its cases sees the list; its cases pass their own gate. */
export function seeHandover(handover: Handover, hasPart: boolean, by: Actor): HandoverView | null {
  const visible = caseRoles.has(by.role) && sideOf(handover, by.country) !== null && hasPart
  return visible ? (handover as HandoverView) : null
}
