import type { Actor } from '../cases/actor.ts'
import type { Brand } from '../kernel/brand.ts'
import { type AnyMeeting, countriesOf } from '../meetings/any-meeting.ts'
import type { Registered } from '../registers/register.ts'
import { type Extent, isGiven } from './question-rules.ts'

/** A meeting as one reader may see it; only made here. */
export type MeetingView = Brand<Registered<'meeting'> & { readonly showsItems: boolean }, 'MeetingView'>

/** What of the table one must be given to know of a meeting. Case management: whole, or only that it was held. */
const KNOWN_BY: Readonly<Record<AnyMeeting['series'], readonly Extent[]>> = {
  som: ['regional'],
  imm: ['regional'],
  taskforce: ['taskforce'],
  'case-management': ['items', 'held'],
}

/**
 * Meetings of the six countries are read in all of them, those of a taskforce in its country, those about cases by the two
 * focal agencies; their taskforces and the secretariat see that one was held, and how many cases it took up.
 */
export function seeMeeting(meeting: Registered<'meeting'>, by: Actor): MeetingView | null {
  const isOwn = by.country !== null && countriesOf(meeting.content).includes(by.country)
  const gets = (what: Extent) => isGiven('meetings', what, by.role, isOwn)
  return KNOWN_BY[meeting.content.series].some(gets) ? ({ ...meeting, showsItems: gets('items') } as MeetingView) : null
}
