import { type Escalation, type EscalationKey, escalationsOf } from '../../db/escalation-queries.ts'
import { newestEntries, registerEntry } from '../../db/register-queries.ts'
import type { Actor } from '../domain/cases/actor.ts'
import { climb, type Level } from '../domain/deadlines/ladder.ts'
import { type Extent, extentOf, mayAsk } from '../domain/disclosure/question-rules.ts'
import { seeMeeting as gate, type MeetingView } from '../domain/disclosure/see-meeting.ts'
import type { CountryCode } from '../domain/kernel/country.ts'
import { countriesOf, type MeetingSeries } from '../domain/meetings/any-meeting.ts'
import type { Registered } from '../domain/registers/register.ts'
import { calendarOf } from '../domain/world.ts'
import { isAnybodyThere } from './attendance.ts'
import { fillPage, type Page, pageOf } from './page.ts'
import type { Service } from './service.ts'

export type { Escalation, EscalationKey }

export async function seeMeeting(service: Service, by: Actor, id: string): Promise<MeetingView | null> {
  const entry = await registerEntry(service.engine, 'meeting', id)
  return entry && gate(entry, by)
}

/** Which meetings are asked for; null: whichever. */
interface MeetingFilter {
  readonly series: MeetingSeries | null
  readonly country: CountryCode | null
}

/** Meetings that the reader may know of, those recorded last first. */
export async function listMeetings(
  service: Service,
  by: Actor,
  { series, country }: MeetingFilter,
  after: string | null,
  first: number,
): Promise<Page<MeetingView>> {
  // The others know of no meeting, and none is looked for.
  if (!mayAsk('meetings', by.role)) return pageOf([], first)
  const isWanted = ({ content }: Registered<'meeting'>) =>
    (series === null || content.series === series) && (country === null || countriesOf(content).includes(country))
  return fillPage(
    after === null ? null : { id: after },
    first,
    (from, limit) => newestEntries(service.engine, 'meeting', from?.id ?? null, limit),
    (entries) => entries.filter(isWanted).flatMap((entry) => gate(entry, by) ?? []),
  )
}

/** From which level on somebody is told of overdue steps of the own country. */
const LEVEL_OF: Partial<Record<Extent, Level>> = { 'first-level': 1, 'second-level': 2 }

/** Overdue steps that the reader's country owes and that have come to the reader's level, the longest first. */
export async function listEscalations(
  service: Service,
  by: Actor,
  after: EscalationKey | null,
  first: number,
): Promise<Page<Escalation>> {
  const { country } = by
  const told = extentOf('escalations', by.role)
  const level = told === null ? undefined : LEVEL_OF[told]
  if (country === null || level === undefined) return pageOf([], first)
  return fillPage(
    after,
    first,
    (from, limit) => escalationsOf(service.engine, country, level, from, limit),
    (rows) => rows.filter((row) => belongsHere(service, row)),
  )
}

/**
 * A step may have come to a level and not be there any more: its clock stands still, its country declared a holiday
 * late, it was moved to a procedure with another limit, or its office has somebody again.
 */
function belongsHere(service: Service, { level, office, country, roles, dueDay, dueAt }: Escalation): boolean {
  const { world, clock } = service
  if (dueAt && climb(world.ladder, calendarOf(world, country), { dueDay, dueAt }, clock.now()).level >= level)
    return true
  return level === 1 && !isAnybodyThere(service, office, roles)
}
