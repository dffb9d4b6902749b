import { checkFigures, type TypedFigure } from '../aggregates/check-figure.ts'
import { parseReference } from '../cases/reference.ts'
import { checkMeetingList } from '../meetings/check-meeting-list.ts'
import { checkAreaLines, type TypedAreaLine } from '../reports/check-area-lines.ts'
import { checkAnswer } from './check-answer.ts'
import { checkNote, type TypedNote } from './check-note.ts'
import { each } from './check-parts.ts'
import {
  bad,
  type Checked,
  checkAnyDay,
  checkCode,
  checkCodes,
  checkDay,
  checkId,
  checkInstant,
  checkList,
  checkNumber,
  checkYear,
  type InputSetting,
  ok,
  type Path,
} from './check-value.ts'
import {
  type AgendaItem,
  type Answer,
  type Counts,
  countCells,
  type Field,
  type FieldKind,
  type Fields,
  type InputOf,
} from './fields.ts'
import type { Code } from './ids.ts'
import { type Problem, problem, Refusal } from './problem.ts'
import { checkWording, checkWordings, type TypedWording } from './wording.ts'

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
  const checked = checks[field.type.kind](field.type as never, raw as never, path, setting)
  // Of a text of invisible characters nothing is left.
  const isEmpty = field.required && 'value' in checked && checked.value === null
  return isEmpty ? bad(problem('FIELD_REQUIRED', {}, path)) : checked
}

/** Names of steps are short and made of letters, digits and dashes: nothing else can be entered through them. */
const STEP_KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

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
  choices: ({ of }, raw: readonly string[], path) => checkList(raw, of.length, 'CODE_REPEATED', path),
  country: (_type, raw) => ok(raw),
  countries: (_type, raw: readonly string[], path) => checkList(raw, 6, 'CODE_REPEATED', path),
  areaLines: (_type, raw: readonly TypedAreaLine[], path, setting) => checkAreaLines(raw, path, setting),
  flag: (_type, raw) => ok(raw),
  day: ({ when }, raw: string, path, setting) => checkDay(when, raw, path, setting),
  instant: ({ when }, raw: string, path, setting) => checkInstant(when, raw, path, setting),
  id: ({ of }, raw: string, path, setting) => checkId(of, raw, path, setting),
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
  agenda: (_type, raw: readonly AgendaItem[], path, setting) => {
    if (raw.length > 100) return bad(problem('TOO_MANY', { atMost: 100 }, path))
    const problems = raw.flatMap(({ decision }, position) => {
      const checked = checkCode('meeting-decision', decision, [...path, String(position), 'decision'], setting)
      return 'problems' in checked ? checked.problems : []
    })
    if (problems.length > 0) return bad(...problems)
    const listed = checkList(
      raw.map(({ caseId }) => caseId),
      100,
      'CASE_REPEATED',
      path,
    )
    return 'problems' in listed ? listed : ok(raw)
  },
  number: ({ min, max, isYear }, raw: number, path) => (isYear ? checkYear : checkNumber)(raw, min, max, path),
  days: (_type, raw: readonly string[], path) => each(raw, 100, path, checkAnyDay),
  form: (_type, raw: string, path, { world }) =>
    world.consentForms.has(raw as Code) ? ok(raw) : bad(problem('CONSENT_FORM_UNKNOWN', {}, path)),
  // Whether a procedure has the step is for the decision to say: it knows the procedure.
  step: (_type, raw: string, path) => (STEP_KEY.test(raw) ? ok(raw) : bad(problem('LIMIT_UNKNOWN', {}, path))),
  note: (_type, raw: TypedNote, path, { guardTools }) => checkNote(raw, path, guardTools),
  // What cannot be a reference is the reference of nothing.
  reference: (_type, raw: string, path) => {
    const reference = parseReference(raw)
    return reference ? ok(reference) : bad(problem('NOT_FOUND', {}, path))
  },
  figures: (_type, raw: readonly TypedFigure[], path, setting) => checkFigures(raw, path, setting),
  // What cannot be the id of an import is the import of nobody.
  aggregateImports: (_type, raw: readonly string[], path) => {
    const unknown = raw.flatMap((id, position) =>
      UUID.test(id) ? [] : [problem('NOT_FOUND', {}, [...path, String(position)])],
    )
    return unknown.length > 0 ? bad(...unknown) : checkList(raw, 20, 'CODE_REPEATED', path)
  },
  wording: (_type, raw: TypedWording, path, setting) => checkWording(raw, path, setting),
  wordings: ({ atMost }, raw: readonly TypedWording[], path, setting) => checkWordings(raw, atMost, path, setting),
  meetingList: ({ of }, raw: never, path, setting) => checkMeetingList(of, raw, path, setting),
  answers: (_type, raw: readonly Answer[], path, setting) =>
    each(raw, 20, path, (answer, at) => checkAnswer(answer, at, setting)),
}
