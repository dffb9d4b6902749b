import type { GuardTools } from '../confidentiality/guard.ts'
import type { CodeEntry, World } from '../world.ts'
import { foldDigits } from './digits.ts'
import type { NamedNoun } from './fields.ts'
import type { Code, CrossingId, OfficeId } from './ids.ts'
import {
  addDays,
  type Day,
  type Instant,
  lacksZone,
  localDay,
  looksBuddhist,
  parseDay,
  parseInstant,
  writtenOffset,
} from './instant.ts'
import { type Problem, problem } from './problem.ts'

/** What a check needs to know beside the input: the lists in force, and the typist's own day. */
export interface InputSetting {
  readonly world: World
  readonly now: Instant
  readonly offsetMinutes: number
  /** Zones in which a time may be written, as minutes east of UTC, beside UTC itself; left out: any. */
  readonly zones?: readonly number[]
  /** What packages do for the guard of typed text. */
  readonly guardTools: GuardTools
}

/** Nothing that is recorded happened before the service's instruments existed. */
const OLDEST = '2000-01-01' as Day
/** No working plan reaches further than two years; a year typed wrong does. */
const FURTHEST_DAYS = 730

export type Path = readonly string[]
export type Checked = { readonly value: unknown } | { readonly problems: readonly Problem[] }
export const ok = (value: unknown): Checked => ({ value })
export const bad = (...problems: readonly Problem[]): Checked => ({ problems })

export function checkCode(list: string, raw: string, path: Path, { world, now, offsetMinutes }: InputSetting): Checked {
  const entry: CodeEntry | undefined = world.codes.get(list)?.get(raw as Code)
  if (!entry) return bad(problem('CODE_UNKNOWN', { code: raw.slice(0, 64), list }, path))
  const ended = entry.until !== undefined && entry.until < localDay(now, offsetMinutes)
  return ended ? bad(problem('CODE_ENDED', { code: raw, until: entry.until ?? '' }, path)) : ok(raw)
}

export function checkCodes(
  { list, atLeast, atMost }: { list: string; atLeast: number; atMost: number },
  raw: readonly string[],
  path: Path,
  setting: InputSetting,
): Checked {
  if (raw.length < atLeast) return bad(problem('CODES_MISSING', { atLeast }, path))
  const problems = raw.slice(0, atMost).flatMap((code, position) => {
    const checked = checkCode(list, code, [...path, String(position)], setting)
    return 'problems' in checked ? checked.problems : []
  })
  return problems.length > 0 ? bad(...problems) : checkList(raw, atMost, 'CODE_REPEATED', path)
}

export function checkList(
  raw: readonly string[],
  atMost: number,
  repeated: 'CODE_REPEATED' | 'CASE_REPEATED',
  path: Path,
): Checked {
  if (raw.length > atMost) return bad(problem('TOO_MANY', { atMost }, path))
  return new Set(raw).size < raw.length ? bad(problem(repeated, {}, path)) : ok(raw)
}

/** Offices and crossings are named, never described: what the register does not know is words. */
export function checkId(of: NamedNoun, raw: string, path: Path, { world }: InputSetting): Checked {
  if (of === 'Office' && !world.offices.has(raw as OfficeId)) return bad(problem('OFFICE_UNKNOWN', {}, path))
  if (of === 'Crossing' && !world.crossings.has(raw as CrossingId)) return bad(problem('CROSSING_UNKNOWN', {}, path))
  return ok(raw)
}

export const checkNumber = (raw: number, min: number, max: number, path: Path): Checked =>
  Number.isInteger(raw) && raw >= min && raw <= max ? ok(raw) : bad(problem('NUMBER_OUT_OF_RANGE', { min, max }, path))

/** A Gregorian year. */
export const checkYear = (raw: number, min: number, max: number, path: Path): Checked =>
  looksBuddhist(`${raw}-01-01`)
    ? bad(problem('YEAR_BUDDHIST', { typed: String(raw) }, path))
    : checkNumber(raw, min, max, path)

/** A day of any year: only its form is looked at. */
export function checkAnyDay(raw: string, path: Path): Checked {
  const typed = foldDigits(raw.trim())
  if (looksBuddhist(typed)) return bad(problem('YEAR_BUDDHIST', { typed: typed.slice(0, 10) }, path))
  const day = parseDay(typed)
  return day ? ok(day) : bad(problem('DATE_INVALID', {}, path))
}

export function checkDay(when: 'past' | 'any', raw: string, path: Path, { now, offsetMinutes }: InputSetting): Checked {
  const checked = checkAnyDay(raw, path)
  if ('problems' in checked) return checked
  const day = checked.value as Day
  if (day < OLDEST) return bad(problem('DATE_TOO_OLD', { oldest: OLDEST }, path))
  const today = localDay(now, offsetMinutes)
  const latest = when === 'past' ? today : addDays(today, FURTHEST_DAYS)
  return day > latest ? bad(problem('DATE_IN_FUTURE', { today }, path)) : ok(day)
}

export function checkInstant(
  when: 'past' | 'future' | 'any',
  raw: string,
  path: Path,
  { now, zones }: InputSetting,
): Checked {
  const typed = foldDigits(raw.trim())
  if (looksBuddhist(typed)) return bad(problem('YEAR_BUDDHIST', { typed: typed.slice(0, 10) }, path))
  if (lacksZone(typed)) return bad(problem('ZONE_MISSING', {}, path))
  const instant = parseInstant(typed)
  if (!instant) return bad(problem('INSTANT_INVALID', {}, path))
  const offset = writtenOffset(typed)
  if (offset !== null && offset !== 0 && zones && !zones.includes(offset))
    return bad(problem('ZONE_OF_NEITHER', { offset: typed.slice(-6) }, path))
  if (instant.slice(0, 10) < OLDEST) return bad(problem('DATE_TOO_OLD', { oldest: OLDEST }, path))
  if (instant.slice(0, 10) > addDays(now.slice(0, 10) as Day, FURTHEST_DAYS))
    return bad(problem('DATE_IN_FUTURE', { today: now.slice(0, 10) }, path))
  return when === 'past' && instant > now
    ? bad(problem('DATE_IN_FUTURE', { today: now.slice(0, 10) }, path))
    : ok(instant)
}
