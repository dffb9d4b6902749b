import type { Answer } from '../kernel/fields.ts'
import type { Code } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { CaseView } from './case-view.ts'

/** One return for information as both sides see it. */
export interface RoundView {
  readonly number: number
  readonly reason: Code
  readonly askedAt: Instant
  readonly answeredAt: Instant | null
  readonly questions: readonly Code[]
  /** Empty while the answer is owed. */
  readonly answers: readonly Answer[]
}

/** The rounds of questions, in order, read from the acts the reader may see. */
export function roundsOf({ acts }: CaseView): readonly RoundView[] {
  const rounds: RoundView[] = []
  for (const { action, record, at } of acts) {
    if (action === 'returnForInformation' && record) {
      const { reason, questions } = record as { reason: Code; questions: readonly Code[] }
      rounds.push({ number: rounds.length + 1, reason, questions, askedAt: at, answeredAt: null, answers: [] })
    }
    const last = rounds.at(-1)
    if (action === 'answerQuestions' && record && last)
      rounds[rounds.length - 1] = { ...last, answeredAt: at, answers: record['answers'] as readonly Answer[] }
  }
  return rounds
}
