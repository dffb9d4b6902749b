import { type Escalation, type EscalationKey, escalationsOf } from '../../db/escalation-queries.ts'
import { newestEntries, registerEntry } from '../../db/register-queries.ts'
import type { Actor } from '../domain/cases/actor.ts'
import { climb, type Level } from '../domain/deadlines/ladder.ts'
import { seeMeeting as gate, type MeetingView } from '../domain/disclosure/see-meeting.ts'
import { calendarOf } from '../domain/world.ts'
import { isAnybodyThere } from './attendance.ts'
import type { Service } from './service.ts'

export type { Escalation, EscalationKey }

export async function seeMeeting(service: Service, by: Actor, id: string): Promise<MeetingView | null> {
  const entry = await registerEntry(service.engine, 'meeting', id)
  return entry && gate(entry, by)
}

/** The others know of no meeting, and none is looked for. */
const MEETING_READERS: ReadonlySet<Actor['role']> = new Set(['focal', 'taskforce', 'secretariat'])

/** Meetings that the reader may know of, the newest first. */
export async function listMeetings(
  service: Service,
  by: Actor,
  after: string | null,
  first: number,
): Promise<{ readonly views: readonly MeetingView[]; readonly hasNext: boolean }> {
  if (!MEETING_READERS.has(by.role)) return { views: [], hasNext: false }
  const found: MeetingView[] = []
  for (let from = after; ; ) {
    const entries = await newestEntries(service.engine, 'meeting', from, first + 1)
    for (const entry of entries) {
      const view = gate(entry, by)
      if (view) found.push(view)
    }
    if (found.length > first) return { views: found.slice(0, first), hasNext: true }
    from = entries.at(-1)?.id ?? null
    if (entries.length <= first || from === null) return { views: found, hasNext: false }
  }
}

/** Who is told of overdue steps of their own country: the focal agency at the first level, the taskforce at the second. */
const LEVEL_OF: Partial<Record<Actor['role'], Level>> = { focal: 1, taskforce: 2 }

/** Overdue steps that the reader's country owes and that have come to the reader's level, the longest first. */
export async function listEscalations(
  service: Service,
  by: Actor,
  after: EscalationKey | null,
  first: number,
): Promise<{ readonly rows: readonly Escalation[]; readonly hasNext: boolean }> {
  const level = LEVEL_OF[by.role]
  if (by.country === null || level === undefined) return { rows: [], hasNext: false }
  const found: Escalation[] = []
  for (let from = after; ; ) {
    const rows = await escalationsOf(service.engine, by.country, level, from, first + 1)
    found.push(...rows.filter((row) => belongsHere(service, row)))
    if (found.length > first) return { rows: found.slice(0, first), hasNext: true }
    from = rows.at(-1) ?? null
    if (rows.length <= first || from === null) return { rows: found, hasNext: false }
  }
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
