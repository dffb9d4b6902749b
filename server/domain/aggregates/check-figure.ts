import {
  bad,
  type Checked,
  checkCode,
  checkNumber,
  checkYear,
  type InputSetting,
  ok,
  type Path,
} from '../kernel/check-value.ts'
import { type Problem, problem } from '../kernel/problem.ts'
import type { GivenFigure, Part } from './aggregate.ts'
import { PART_LISTS, type PartKey } from './breakdown.ts'
import { FIRST_YEAR } from './period.ts'

/** Rows of one import: totals that were given, and parts. */
const MOST_ROWS = 1000
/** More than any country counts in a period; a thousand of them added up still fit the contract’s Int. */
const MOST = 2_000_000

/** A figure as the contract takes it: what may be left out may be null or not there. */
export type TypedFigure = Omit<GivenFigure, 'total' | 'parts' | 'quarter' | 'requestingCountry' | 'countryOfReturn'> & {
  readonly [K in 'total' | 'quarter' | 'requestingCountry' | 'countryOfReturn']?: GivenFigure[K]
} & { readonly parts?: readonly (Partial<Part> & Pick<Part, 'value'>)[] | null }

/** The form of every figure: codes, whole numbers, years. Whether they agree with each other is for the decision to say. */
export function checkFigures(raw: readonly TypedFigure[], path: Path, setting: InputSetting): Checked {
  const figures = raw.map(complete)
  const rows = figures.reduce((sum, { total, parts }) => sum + parts.length + (total === null ? 0 : 1), 0)
  if (rows > MOST_ROWS || raw.length > MOST_ROWS) return bad(problem('TOO_MANY', { atMost: MOST_ROWS }, path))
  const problems = figures.flatMap((figure, place) => formProblems(figure, [...path, String(place)], setting))
  return problems.length > 0 ? bad(...problems) : ok(figures)
}

const complete = ({
  total,
  quarter,
  requestingCountry,
  countryOfReturn,
  parts,
  ...rest
}: TypedFigure): GivenFigure => ({
  ...rest,
  quarter: quarter ?? null,
  requestingCountry: requestingCountry ?? null,
  countryOfReturn: countryOfReturn ?? null,
  total: total ?? null,
  parts: (parts ?? []).map(({ sex, age, exploitation, value }) => ({
    sex: sex ?? null,
    age: age ?? null,
    exploitation: exploitation ?? null,
    value,
  })),
})

function formProblems(figure: GivenFigure, path: Path, setting: InputSetting): Problem[] {
  const { year, quarter, indicator, total, parts } = figure
  const checks = [
    checkYear(year, FIRST_YEAR, 2100, [...path, 'year']),
    quarter === null ? ok(null) : checkNumber(quarter, 1, 4, [...path, 'quarter']),
    checkCode('aggregate-indicator', indicator, [...path, 'indicator'], setting),
    total === null ? ok(null) : checkNumber(total, 0, MOST, [...path, 'total']),
    ...parts.flatMap((part, place) => checkPart(part, [...path, 'parts', String(place)], setting)),
  ]
  return checks.flatMap((one) => ('problems' in one ? one.problems : []))
}

function checkPart(part: Part, path: Path, setting: InputSetting): Checked[] {
  const named = (Object.keys(PART_LISTS) as PartKey[]).filter((key) => part[key] !== null)
  return [
    checkNumber(part.value, 0, MOST, [...path, 'value']),
    ...(named.length === 0 ? [bad(problem('CODES_MISSING', { atLeast: 1 }, path))] : []),
    ...named.map((key) => checkPartCode(key, String(part[key]), [...path, key], setting)),
  ]
}

function checkPartCode(key: PartKey, code: string, path: Path, setting: InputSetting): Checked {
  const lists: readonly string[] = PART_LISTS[key]
  const list = lists.find((one) => setting.world.codes.get(one)?.has(code as never)) ?? lists[0] ?? key
  return checkCode(list, code, path, setting)
}
