import type { CaseFile } from '../cases/case-file.ts'
import { stageOf } from '../cases/stage.ts'
import { DAY, type Instant, localDay, msOf } from '../kernel/instant.ts'
import { calendarOf, type World } from '../world.ts'
import { type Fact, type FactKind, NONE, NOT_STATED } from './fact.ts'

type Told = Partial<Omit<Fact, 'kind' | 'name' | 'quarter'>>

/** A fact of a case at an instant, with nothing of the person. */
export function frozen(
  world: World,
  { requestingCountry, countryOfReturn, state }: CaseFile,
  at: Instant,
  kind: FactKind,
  name: string,
  told: Told = {},
): Fact {
  const day = localDay(at, calendarOf(world, requestingCountry).offsetMinutes)
  return {
    kind,
    name,
    requestingCountry,
    countryOfReturn,
    quarter: `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
    route: state.route ?? 'ordinary',
    ageBand: NOT_STATED,
    sex: NOT_STATED,
    exploitation: [],
    sector: null,
    stage: stageOf(state),
    reason: NONE,
    owedBy: null,
    days: null,
    kept: null,
    daysToReception: null,
    ...told,
  }
}

/** Whole days between two instants; null where the first never was. */
export const daysBetween = (from: Instant | null, to: Instant): number | null =>
  from && Math.max(0, Math.floor((msOf(to) - msOf(from)) / DAY))

/** Whether the person may be counted: they agreed to statistics, and no consent was withdrawn. */
export const mayCount = ({ state, acts }: CaseFile): boolean =>
  state.consent?.statistics === 'given' && !acts.some(({ action }) => action === 'withdrawConsent')

/** What a fact says of a person who may be counted. */
export const profileOf = ({ state }: CaseFile): Told => {
  const { ageBand, sex, exploitation, sector } = state.profile
  return { ageBand, sex, exploitation: [...exploitation].sort(), sector }
}
