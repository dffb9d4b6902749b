import type { Code } from '../domain/kernel/ids.ts'
import type { Turn } from './turn.ts'
import { turn } from './turn.ts'

/** Questions by code, in the order in which they are asked. */
const QUESTIONS = [
  'nationality-document-held',
  'language-spoken-best',
  'earliest-travel-day',
  'needs-on-the-way',
  'family-contact-wished',
  'birth-registered',
] as Code[]

/** The country of return asks some questions, which nobody has asked before in this case. */
export const ask = (reason: string, count: number, after = 0): Turn =>
  turn('return', 'focal', 'returnForInformation', { reason, questions: QUESTIONS.slice(after, after + count) }, 2)

export const answer = turn('requesting', 'liaison', 'answerQuestions', {}, 2)

/** What follows the reception: a plan, a first visit, and what the requesting country is told of it. */
export const visits: readonly Turn[] = [
  turn('return', 'welfare', 'planReintegration', {}, 4),
  turn('return', 'welfare', 'recordFollowUp', {}, 15),
  turn('return', 'focal', 'sendFeedback', {}, 2),
]
