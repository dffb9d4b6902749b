import type { Answer } from '../kernel/fields.ts'
import type { Code } from '../kernel/ids.ts'
import { type Problem, problem, Refusal } from '../kernel/problem.ts'
import { caseAction } from './act.ts'
import { answerFields } from './inputs.ts'

/** Answers every question of the round, each once; that each is of the right kind was checked on the way in. */
export const answerQuestions = caseAction(
  'answerQuestions',
  'The requesting country answers every question of the round; the clock of the country of return runs on.',
  answerFields,
  ({ state }, { answers }) => {
    const problems = unfit(state.round?.questions ?? [], answers)
    return problems.length > 0 ? new Refusal(problems) : { record: { round: state.round?.number ?? 0 } }
  },
)

function unfit(asked: readonly Code[], answers: readonly Answer[]): readonly Problem[] {
  const answered = answers.map(({ question }) => question)
  const field = (position: number) => ['answers', String(position), 'question']
  const strange = answers.flatMap(({ question }, position) => {
    if (!asked.includes(question)) return problem('QUESTION_NOT_ASKED', { question }, field(position))
    return answered.indexOf(question) < position
      ? problem('QUESTION_ANSWERED_TWICE', { question }, field(position))
      : []
  })
  const open = asked.filter((question) => !answered.includes(question))
  return [...strange, ...open.map((question) => problem('QUESTION_UNANSWERED', { question }, ['answers']))]
}
