import type { Change } from '../cases/act.ts'
import type { CaseFile } from '../cases/case-file.ts'
import { type Stage, stageOf } from '../cases/stage.ts'
import type { Corridor } from '../kernel/country.ts'
import type { Code } from '../kernel/ids.ts'
import { DAY, localDay, msOf } from '../kernel/instant.ts'
import type { Route } from '../procedures/procedure.ts'
import { calendarOf, type World } from '../world.ts'
import { closedAtOf } from './schedule.ts'

/** What stays of a closed case for counting: no id, no reference, no office, and no day nearer than a quarter. */
export interface StatisticsRow extends Corridor {
  readonly quarter: string
  readonly ageBand: Code
  readonly sex: Code
  readonly exploitation: readonly Code[]
  readonly sector: Code | null
  readonly route: Route
  /** How far it had come before it was closed. */
  readonly stage: Stage
  readonly reason: Code
  readonly daysToReception: number | null
}

/** Rows of the cases that this change closes. Without the person’s consent to statistics, or once it was withdrawn: none. */
export const statisticsOf = (world: World, { cases }: Change): readonly StatisticsRow[] =>
  cases.flatMap(({ before, after }) =>
    before && closedAtOf(before) === null && mayCount(after) ? rowOf(world, before, after) : [],
  )

const mayCount = ({ state, acts }: CaseFile): boolean =>
  state.consent?.statistics === 'given' && !acts.some(({ action }) => action === 'withdrawConsent')

function rowOf(world: World, before: CaseFile, after: CaseFile): StatisticsRow[] {
  const { requestingCountry, countryOfReturn, state, acts } = after
  const closedAt = closedAtOf(after)
  if (!closedAt) return []
  const day = localDay(closedAt, calendarOf(world, requestingCountry).offsetMinutes)
  const received = acts.findLast(({ action, result }) => action === 'confirmReception' && result === 'received')
  const { ageBand, sex, exploitation, sector } = state.profile
  return [
    {
      requestingCountry,
      countryOfReturn,
      quarter: `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
      ageBand,
      sex,
      exploitation: [...exploitation].sort(),
      sector,
      route: state.route ?? 'ordinary',
      stage: stageOf(before.state),
      reason: state.results.get('proposeClosure') ?? ('none' as Code),
      daysToReception: received && state.sentAt ? Math.floor((msOf(received.at) - msOf(state.sentAt)) / DAY) : null,
    },
  ]
}
