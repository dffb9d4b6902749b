import { type Change, record, type Setting } from '../cases/act.ts'
import type { CaseFile } from '../cases/case-file.ts'
import { workingDaysBetween } from '../deadlines/reckon.ts'
import { type Corridor, sameCorridor } from '../kernel/country.ts'
import type { InputOf } from '../kernel/fields.ts'
import type { HandoverId } from '../kernel/ids.ts'
import { type Instant, localDay } from '../kernel/instant.ts'
import { type Problem, problem, Refusal, refuse } from '../kernel/problem.ts'
import type { BeforeEvent } from '../procedures/procedure.ts'
import { calendarOf, type World } from '../world.ts'
import { permitAll, withoutIds } from './act.ts'
import { countsOf } from './counts.ts'
import type { Handover } from './handover.ts'
import { proposeHandoverFields } from './inputs.ts'

/**
 * Puts cases of one corridor on a list for one crossing and time. Refuses cases of another corridor, a crossing of
 * another pair, a time in the past, a notice too short in working days of the country of return, a day off there.
 */
export const proposeHandover = {
  name: 'proposeHandover',
  target: 'cases',
  fields: proposeHandoverFields,
  description: 'The requesting country proposes a list of accepted cases, a crossing and a time.',
  decide(files: readonly CaseFile[], input: InputOf<typeof proposeHandoverFields>, setting: Setting): Change | Refusal {
    const [first] = files
    if (!first) return refuse('CASES_MISSING', {}, ['caseIds'])
    const strangers = files.filter((file) => !sameCorridor(file, first))
    if (strangers.length > 0)
      return new Refusal(strangers.map((file) => problem('OTHER_CORRIDOR', { case: file.reference }, ['caseIds'])))
    const permitted = permitAll(files, 'proposeHandover', setting)
    if (permitted instanceof Refusal) return permitted
    const notice = permitted.get(first)?.before
    const unfit = [
      ...crossingProblems(setting.world, first, input),
      ...timeProblems(
        setting,
        first,
        input.at,
        files.some(({ state }) => state.child),
        notice,
      ),
    ]
    if (unfit.length > 0) return new Refusal(unfit)
    const id = setting.at.newId() as HandoverId
    const after: Handover = {
      id,
      version: 1,
      status: 'PROPOSED',
      requestingCountry: first.requestingCountry,
      countryOfReturn: first.countryOfReturn,
      crossing: input.crossing,
      at: input.at,
      caseIds: input.caseIds,
      counts: countsOf(files),
      escort: input.escort,
      transport: input.transport,
      needs: input.needs,
      handedOverAt: null,
      receivedAt: null,
      missing: [],
    }
    const cases = files.map((before) => ({
      before,
      after: record(before, 'proposeHandover', permitted.get(before) ?? null, withoutIds(input), {}, setting, id),
    }))
    return { cases, handover: { before: null, after } }
  },
} as const

type Proposal = InputOf<typeof proposeHandoverFields>

function crossingProblems(world: World, corridor: Corridor, { crossing }: Proposal): readonly Problem[] {
  const found = world.crossings.get(crossing)
  if (!found) return [problem('CROSSING_UNKNOWN', {}, ['crossing'])]
  const pair = [corridor.requestingCountry, corridor.countryOfReturn]
  if (!found.pair.every((country) => pair.includes(country)))
    return [problem('CROSSING_OF_ANOTHER_PAIR', { pair: found.pair }, ['crossing'])]
  return found.handover.permitted ? [] : [problem('CROSSING_NOT_PERMITTED', {}, ['crossing'])]
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
