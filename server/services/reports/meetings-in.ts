import { newestEntries } from '../../../db/register-queries.ts'
import { firstDayOf, lastDayOf, type Period } from '../../domain/aggregates/period.ts'
import { type AnyMeeting, isConference } from '../../domain/meetings/any-meeting.ts'
import type { Registered } from '../../domain/registers/register.ts'
import type { Service } from '../service.ts'

const PORTION = 100

/** Meetings that began in the period. */
export async function meetingsIn({ engine }: Service, period: Period): Promise<readonly AnyMeeting[]> {
  const found: AnyMeeting[] = []
  for (let after: string | null = null; ; ) {
    const page: readonly Registered<'meeting'>[] = await newestEntries(engine, 'meeting', after, PORTION)
    for (const { content } of page) if (isIn(beganOn(content), period)) found.push(content)
    after = page.at(-1)?.id ?? null
    if (page.length < PORTION || after === null) return found
  }
}

const beganOn = (meeting: AnyMeeting) => (isConference(meeting) ? meeting.firstDay : meeting.heldOn)

const isIn = (day: string, period: Period): boolean => day >= firstDayOf(period) && day <= lastDayOf(period)
