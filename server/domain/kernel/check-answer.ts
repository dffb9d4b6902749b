import type { AnswerKind } from '../world.ts'
import {
  bad,
  type Checked,
  checkCode,
  checkCodes,
  checkDay,
  checkNumber,
  type InputSetting,
  ok,
  type Path,
} from './check-value.ts'
import { countryCodes } from './country.ts'
import type { Answer } from './fields.ts'
import { problem } from './problem.ts'

const ANSWER_VALUES = ['yes', 'count', 'day', 'code', 'codes', 'country'] as const
const VALUE_OF: Readonly<Record<AnswerKind, (typeof ANSWER_VALUES)[number]>> = {
  boolean: 'yes',
  count: 'count',
  day: 'day',
  code: 'code',
  codes: 'codes',
  country: 'country',
}

/** Exactly the value field of the question's kind is given, or `notKnown`. */
export function checkAnswer(answer: Answer, path: Path, setting: InputSetting): Checked {
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
