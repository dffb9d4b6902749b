import type { AnswerKind, CodeEntry, World } from '../world.ts'
import { countryCodes } from './country.ts'
import { foldDigits } from './digits.ts'
import {
  type Answer,
  type Counts,
  countCells,
  type Field,
  type FieldKind,
  type Fields,
  type InputOf,
} from './fields.ts'
import type { Code } from './ids.ts'
import { addDays, type Day, type Instant, localDay, looksBuddhist, parseDay, parseInstant } from './instant.ts'
import { type Problem, problem, Refusal } from './problem.ts'

/** What a check needs to know beside the input: the lists in force, and the typist's own day. */
export interface InputSetting {
  readonly world: World
  readonly now: Instant
  readonly offsetMinutes: number
}

/** Nothing that is recorded happened before the service's instruments existed. */
const OLDEST = '2000-01-01' as Day
const ANSWER_VALUES = ['yes', 'count', 'day', 'code', 'codes', 'country'] as const

type Path = readonly string[]
type Checked = { readonly value: unknown } | { readonly problems: readonly Problem[] }
const ok = (value: unknown): Checked => ({ value })
const bad = (...problems: readonly Problem[]): Checked => ({ problems })

/** Checks every field, so that an officer hears of all faults at once. Left out optional fields become null. */
export function checkInput<F extends Fields>(
  fields: F,
  raw: Readonly<Record<string, unknown>>,
  setting: InputSetting,
): InputOf<F> | Refusal {
  const problems: Problem[] = []
  const input: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const checked = checkField(field, raw[name], [name], setting)
    if ('problems' in checked) problems.push(...checked.problems)
    else input[name] = checked.value
  }
  return problems.length > 0 ? new Refusal(problems) : (input as InputOf<F>)
}

function checkField(field: Field, raw: unknown, path: Path, setting: InputSetting): Checked {
  if (raw === undefined || raw === null) return field.required ? bad(problem('FIELD_REQUIRED', {}, path)) : ok(null)
  return checks[field.type.kind](field.type as never, raw as never, path, setting)
}

type Check<K extends FieldKind['kind']> = (
  type: Extract<FieldKind, { kind: K }>,
  raw: never,
  path: Path,
  setting: InputSetting,
) => Checked

const checks: { readonly [K in FieldKind['kind']]: Check<K> } = {
  code: ({ list }, raw: string, path, setting) => checkCode(list, raw, path, setting),
  codes: (type, raw: readonly string[], path, setting) => checkCodes(type, raw, path, setting),
  choice: (_type, raw) => ok(raw),
  country: (_type, raw) => ok(raw),
  flag: (_type, raw) => ok(raw),
  day: ({ when }, raw: string, path, setting) => checkDay(when, raw, path, setting),
  instant: ({ when }, raw: string, path, setting) => checkInstant(when, raw, path, setting),
  id: (_type, raw) => ok(raw),
  caseIds: ({ atMost }, raw: readonly string[], path) => checkList(raw, atMost, 'CASE_REPEATED', path),
  counts: (_type, raw: Counts, path) => {
    const problems = countCells.flatMap((cell) => {
      const checked = checkNumber(raw[cell], 0, 999, [...path, cell])
      return 'problems' in checked ? checked.problems : []
    })
    return problems.length > 0 ? bad(...problems) : ok(raw)
  },
  questions: (_type, raw: readonly string[], path, { world }) => {
    const unknown = raw.flatMap((code, position) =>
      world.questions.has(code as Code) ? [] : problem('QUESTION_UNKNOWN', { code }, [...path, String(position)]),
    )
    if (unknown.length > 0) return bad(...unknown)
    return raw.length === 0
      ? bad(problem('CODES_MISSING', { atLeast: 1 }, path))
      : checkList(raw, 20, 'CODE_REPEATED', path)
  },
  answers: (_type, raw: readonly Answer[], path, setting) => {
    if (raw.length > 20) return bad(problem('TOO_MANY', { atMost: 20 }, path))
    const checked = raw.map((answer, position) => checkAnswer(answer, [...path, String(position)], setting))
    const problems = checked.flatMap((one) => ('problems' in one ? one.problems : []))
    return problems.length > 0 ? bad(...problems) : ok(checked.map((one) => ('value' in one ? one.value : null)))
  },
}

function checkCode(list: string, raw: string, path: Path, { world, now, offsetMinutes }: InputSetting): Checked {
  const entry: CodeEntry | undefined = world.codes.get(list)?.get(raw as Code)
  if (!entry) return bad(problem('CODE_UNKNOWN', { code: raw.slice(0, 64), list }, path))
  const ended = entry.until !== undefined && entry.until < localDay(now, offsetMinutes)
  return ended ? bad(problem('CODE_ENDED', { code: raw, until: entry.until ?? '' }, path)) : ok(raw)
}

function checkCodes(
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

function checkList(
  raw: readonly string[],
  atMost: number,
  repeated: 'CODE_REPEATED' | 'CASE_REPEATED',
  path: Path,
): Checked {
  if (raw.length > atMost) return bad(problem('TOO_MANY', { atMost }, path))
  return new Set(raw).size < raw.length ? bad(problem(repeated, {}, path)) : ok(raw)
}

const checkNumber = (raw: number, min: number, max: number, path: Path): Checked =>
  Number.isInteger(raw) && raw >= min && raw <= max ? ok(raw) : bad(problem('NUMBER_OUT_OF_RANGE', { min, max }, path))

function checkDay(when: 'past' | 'any', raw: string, path: Path, { now, offsetMinutes }: InputSetting): Checked {
  const typed = foldDigits(raw.trim())
  if (looksBuddhist(typed)) return bad(problem('YEAR_BUDDHIST', { typed: typed.slice(0, 10) }, path))
  const day = parseDay(typed)
  if (!day) return bad(problem('DATE_INVALID', {}, path))
  if (day < OLDEST) return bad(problem('DATE_TOO_OLD', { oldest: OLDEST }, path))
  const today = localDay(now, offsetMinutes)
  return when === 'past' && day > today ? bad(problem('DATE_IN_FUTURE', { today }, path)) : ok(day)
}

function checkInstant(when: 'past' | 'future' | 'any', raw: string, path: Path, { now }: InputSetting): Checked {
  const typed = foldDigits(raw.trim())
  if (looksBuddhist(typed)) return bad(problem('YEAR_BUDDHIST', { typed: typed.slice(0, 10) }, path))
  const instant = parseInstant(typed)
  if (!instant) return bad(problem('INSTANT_INVALID', {}, path))
  if (instant.slice(0, 10) < OLDEST) return bad(problem('DATE_TOO_OLD', { oldest: OLDEST }, path))
  // No working plan reaches further than two years; a year typed wrong does.
  if (instant.slice(0, 10) > addDays(now.slice(0, 10) as Day, 730))
    return bad(problem('DATE_IN_FUTURE', { today: now.slice(0, 10) }, path))
  return when === 'past' && instant > now
    ? bad(problem('DATE_IN_FUTURE', { today: now.slice(0, 10) }, path))
    : ok(instant)
}

const VALUE_OF: Readonly<Record<AnswerKind, (typeof ANSWER_VALUES)[number]>> = {
  boolean: 'yes',
  count: 'count',
  day: 'day',
  code: 'code',
  codes: 'codes',
  country: 'country',
}

/** Exactly the value field of the question's kind is given, or `notKnown`. */
function checkAnswer(answer: Answer, path: Path, setting: InputSetting): Checked {
  const asked = setting.world.questions.get(answer.question)
  if (!asked) return bad(problem('QUESTION_UNKNOWN', { code: answer.question.slice(0, 64) }, [...path, 'question']))
  const given = ANSWER_VALUES.filter((name) => answer[name] !== undefined && answer[name] !== null)
  const { type, list = '', min = 0, max = 999 } = asked.answer
  const wanted = VALUE_OF[type]
  if (answer.notKnown === true && given.length === 0) return ok({ question: answer.question, notKnown: true })
  if (answer.notKnown === true || given.length !== 1 || given[0] !== wanted)
    return bad(problem('ANSWER_WRONG_KIND', { question: answer.question, kind: type }, path))
  const at = [...path, wanted]
  const checked =
    wanted === 'code'
      ? checkCode(list, answer.code ?? '', at, setting)
      : wanted === 'codes'
        ? checkCodes({ list, atLeast: 1, atMost: 20 }, answer.codes ?? [], at, setting)
        : wanted === 'count'
          ? checkNumber(answer.count ?? 0, min, max, at)
          : wanted === 'day'
            ? checkDay('any', answer.day ?? '', at, setting)
            : wanted === 'country' && !countryCodes.includes(answer.country ?? 'KH')
              ? bad(problem('ANSWER_WRONG_KIND', { question: answer.question, kind: type }, at))
              : ok(answer[wanted])
  return 'problems' in checked ? checked : ok({ question: answer.question, [wanted]: checked.value })
}
