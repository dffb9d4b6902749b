import type { CaseFile } from '../cases/case-file.ts'
import { type Corridor, type CountryCode, countryOf, sides } from '../kernel/country.ts'
import { addDays, addMonths, type Day, type Instant, localDay, startOfDay } from '../kernel/instant.ts'
import { isDone } from '../procedures/steps.ts'
import { calendarOf, type World } from '../world.ts'
import type { RetentionRules } from './rules.ts'

/** A local day of a country whose rule decided, and the instant at which it begins there. */
export interface RetentionDate {
  readonly day: Day
  readonly from: Instant
  readonly country: CountryCode
}

export interface Schedule {
  readonly closedAt: Instant
  readonly blocked: RetentionDate
  readonly erased: RetentionDate
}

function rulesOf(world: World, country: CountryCode): RetentionRules {
  const rules = world.retention.get(country)
  if (!rules) throw new Error(`no retention rules for ${country}`)
  return rules
}

/**
 * When a closed case is blocked and when it is erased. It belongs to two countries: kept at least as long as the longer
 * minimum, else at most as long as the shorter maximum. Nobody reads it any more from the earlier of the two blockings on.
 */
export function scheduleOf(world: World, corridor: Corridor, closedAt: Instant): Schedule {
  const blocked = earliest(
    dates(world, corridor, closedAt, ({ blockAfterDays }, day) => addDays(day, blockAfterDays.count)),
  )
  const [kept, most] = bounds(world, corridor, closedAt)
  const erased = kept.from > most.from ? kept : most
  // What is erased is not read: a blocking later than that has no meaning.
  return { closedAt, blocked: blocked.from > erased.from ? erased : blocked, erased }
}

/** The earliest day on which a person's request erases; or the country whose law keeps the case, and until when. */
export function onRequest(
  world: World,
  corridor: Corridor,
  closedAt: Instant,
): { readonly erased: RetentionDate } | { readonly keptUntil: RetentionDate } {
  const { erased } = scheduleOf(world, corridor, closedAt)
  const refusing = sides.map((side) => countryOf(corridor, side)).find((one) => !rulesOf(world, one).onRequest.allowed)
  if (refusing) return { keptUntil: { ...erased, country: refusing } }
  const [kept] = bounds(world, corridor, closedAt)
  const allowed = dates(world, corridor, closedAt, (rules, day) => addMonths(day, rules.onRequest.afterMonths))
  const first = latest([kept, ...allowed])
  // A request that would change nothing is told so, not kept.
  return first.from < erased.from ? { erased: first } : { keptUntil: { ...erased, country: first.country } }
}

/** Why a closed case is erased, and when: on the day of a person's request where one stands that erases earlier. */
export function endOf(
  world: World,
  corridor: Corridor,
  closedAt: Instant,
  isRequested: boolean,
): { readonly why: 'retention' | 'request'; readonly erased: RetentionDate } {
  const asked = isRequested ? onRequest(world, corridor, closedAt) : null
  if (asked && 'erased' in asked) return { why: 'request', erased: asked.erased }
  return { why: 'retention', erased: scheduleOf(world, corridor, closedAt).erased }
}

/** When a draft that was never sent is abandoned: only the country that wrote it knows of it, so only its rule counts. */
export function abandonedFrom(world: World, author: CountryCode, touchedAt: Instant): Instant {
  const { offsetMinutes } = calendarOf(world, author)
  const day = addMonths(localDay(touchedAt, offsetMinutes), rulesOf(world, author).abandonedDraftMonths.count)
  return startOfDay(day, offsetMinutes)
}

/** When both countries had closed it; null while they have not. */
export const closedAtOf = ({ state }: Pick<CaseFile, 'state'>): Instant | null => {
  if (!isDone(state, 'closeCase')) return null
  return [...state.done.values()].find(({ action }) => action === 'closeCase')?.at ?? null
}

/** Whether nobody reads a case any more that was closed then. */
export const isBlocked = (world: World, corridor: Corridor, closedAt: Instant | null, now: Instant): boolean =>
  closedAt !== null && scheduleOf(world, corridor, closedAt).blocked.from <= now

const bounds = (world: World, corridor: Corridor, closedAt: Instant): readonly [RetentionDate, RetentionDate] => [
  latest(dates(world, corridor, closedAt, (rules, day) => addMonths(day, rules.keepAtLeastMonths.count))),
  earliest(dates(world, corridor, closedAt, (rules, day) => addMonths(day, rules.eraseAfterMonths.count))),
]

/** The same rule as each of the two countries reckons it, on its own clock; the requesting country first. */
function dates(
  world: World,
  corridor: Corridor,
  closedAt: Instant,
  reckon: (rules: RetentionRules, closed: Day) => Day,
): readonly RetentionDate[] {
  return sides.map((side) => {
    const country = countryOf(corridor, side)
    const { offsetMinutes } = calendarOf(world, country)
    const day = reckon(rulesOf(world, country), localDay(closedAt, offsetMinutes))
    return { day, from: startOfDay(day, offsetMinutes), country }
  })
}

const latest = (list: readonly RetentionDate[]): RetentionDate =>
  list.reduce((one, other) => (other.from > one.from ? other : one))
const earliest = (list: readonly RetentionDate[]): RetentionDate =>
  list.reduce((one, other) => (other.from < one.from ? other : one))
