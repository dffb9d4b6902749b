import type { Actor } from '../cases/actor.ts'
import type { Brand } from '../kernel/brand.ts'
import type { Registered } from '../registers/register.ts'
import { extentOf } from './question-rules.ts'

/** A meeting as one reader may see it; only made here. */
export type MeetingView = Brand<Registered<'meeting'> & { readonly showsItems: boolean }, 'MeetingView'>

/**
 * The focal agencies of both countries see a meeting with what it took up; their taskforces and the secretariat see that
 * it was held, and how many cases it took up.
 */
export function seeMeeting(meeting: Registered<'meeting'>, by: Actor): MeetingView | null {
  const isParty = by.country !== null && meeting.content.countries.includes(by.country)
  const what = extentOf('meetings', by.role)
  const showsItems = isParty && what === 'items'
  const mayKnow = what !== null && (isParty || by.country === null)
  return mayKnow ? ({ ...meeting, showsItems } as MeetingView) : null
}
