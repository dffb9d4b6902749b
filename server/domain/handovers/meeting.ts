import type { Setting } from '../cases/act.ts'
import type { CaseFile } from '../cases/case-file.ts'
import { workingDaysBetween } from '../deadlines/reckon.ts'
import { isOpen } from '../directory/opening-hours.ts'
import { type Corridor, countryOf, sides } from '../kernel/country.ts'
import type { CrossingId, OfficeId } from '../kernel/ids.ts'
import { type Instant, localDay } from '../kernel/instant.ts'
import { type Problem, problem } from '../kernel/problem.ts'
import type { BeforeEvent } from '../procedures/procedure.ts'
import { calendarOf, type World } from '../world.ts'

/** Where and when two posts meet. */
export interface Meeting {
  readonly crossing: CrossingId
  readonly at: Instant
}

/** What stands against a meeting: the crossing, the day, the notice in working days of the country of return. */
export const meetingProblems = (
  setting: Setting,
  files: readonly CaseFile[],
  meeting: Meeting,
  notice: BeforeEvent | undefined,
): readonly Problem[] => {
  const [first] = files
  if (!first) return []
  const withChild = files.some(({ state }) => state.child)
  return [
    ...crossingProblems(setting.world, first, meeting.crossing),
    ...hourProblems(setting.world, first, meeting),
    ...timeProblems(setting, first, meeting.at, withChild, notice),
  ]
}

/** The crossing belongs to the pair, is permitted, and the instrument provides for it. */
export function crossingProblems(world: World, file: CaseFile, crossing: CrossingId): readonly Problem[] {
  const found = world.crossings.get(crossing)
  if (!found) return [problem('CROSSING_UNKNOWN', {}, ['crossing'])]
  const pair = [file.requestingCountry, file.countryOfReturn]
  if (!found.pair.every((country) => pair.includes(country)))
    return [problem('CROSSING_OF_ANOTHER_PAIR', { pair: found.pair }, ['crossing'])]
  if (!found.handover.permitted) return [problem('CROSSING_NOT_PERMITTED', {}, ['crossing'])]
  const named = file.procedure.crossings
  return named && !named.includes(crossing) ? [problem('CROSSING_NOT_IN_INSTRUMENT', {}, ['crossing'])] : []
}

/** Both posts are open at that time, on their own clocks. */
function hourProblems(world: World, file: CaseFile, { crossing, at }: Meeting): readonly Problem[] {
  return sides.flatMap((side) => {
    const country = countryOf(file, side)
    const post = world.offices.get(world.crossings.get(crossing)?.posts[country] ?? ('' as OfficeId))
    if (!post?.hours || isOpen(post.hours, calendarOf(world, country), at)) return []
    return [problem('POST_CLOSED', { office: post.id, open: post.hours.open, close: post.hours.close }, ['at'])]
  })
}

function timeProblems(
  { world, at }: Setting,
  corridor: Corridor,
  meeting: Instant,
  withChild: boolean,
  notice: BeforeEvent | undefined,
): readonly Problem[] {
  if (meeting <= at.now) return [problem('HANDOVER_IN_PAST', {}, ['at'])]
  const off = [corridor.requestingCountry, corridor.countryOfReturn].flatMap((country) => {
    const calendar = calendarOf(world, country)
    const day = localDay(meeting, calendar.offsetMinutes)
    return calendar.holidays.has(day) ? [problem('HANDOVER_ON_HOLIDAY', { country, day }, ['at'])] : []
  })
  if (off.length > 0) return off
  if (notice?.unit !== 'workingDays') return []
  const calendar = calendarOf(world, corridor.countryOfReturn)
  const between = workingDaysBetween(
    calendar,
    localDay(at.now, calendar.offsetMinutes),
    localDay(meeting, calendar.offsetMinutes),
  )
  const needed = withChild ? (notice.childCount ?? notice.count) : notice.count
  const facts = { workingDays: between, needed, country: corridor.countryOfReturn }
  return between < needed ? [problem('HANDOVER_NOTICE_TOO_SHORT', facts, ['at'])] : []
}
