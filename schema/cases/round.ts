import { say } from '../../locales/index.ts'
import { showDay, showNumber } from '../../locales/show.ts'
import type { RoundView } from '../../server/domain/disclosure/rounds.ts'
import type { Answer } from '../../server/domain/kernel/fields.ts'
import type { Code } from '../../server/domain/kernel/ids.ts'
import type { Language } from '../../server/domain/kernel/language.ts'
import type { Question, World } from '../../server/domain/world.ts'
import { builder } from '../builder.ts'
import { CodedValueRef } from '../codes/coded-value.ts'
import { QuestionRef } from '../codes/question.ts'
import { CountryCode } from '../enums.ts'
import { languageArgument, speaker } from '../text.ts'

interface Asked {
  readonly code: Code
  readonly answer: Answer | null
}

const AnswerRef = builder.objectRef<Answer>('Answer').implement({
  description: 'A typed answer to a question. One value field is given, or `notKnown`.',
  fields: (t) => ({
    text: t.string({
      description: 'The answer in words.',
      args: languageArgument(),
      resolve: (answer, { language }, context) => inWords(context.service.world, speaker(context, language), answer),
    }),
    notKnown: t.boolean({ description: 'The answer is not known.', resolve: ({ notKnown }) => notKnown === true }),
    yes: t.boolean({ nullable: true, description: 'Yes or no.', resolve: ({ yes }) => yes ?? null }),
    count: t.int({ nullable: true, description: 'A whole number.', resolve: ({ count }) => count ?? null }),
    day: t.field({ type: 'Date', nullable: true, description: 'A day.', resolve: ({ day }) => day ?? null }),
    code: t.field({ type: 'Code', nullable: true, description: 'A code.', resolve: ({ code }) => code ?? null }),
    codes: t.field({
      type: ['Code'],
      nullable: true,
      description: 'Codes.',
      resolve: ({ codes }) => (codes ? [...codes] : null),
    }),
    country: t.field({
      type: CountryCode,
      nullable: true,
      description: 'A country.',
      resolve: ({ country }) => country ?? null,
    }),
  }),
})

function inWords(world: World, to: Parameters<typeof showDay>[0], answer: Answer): string {
  const language = to.language as Language
  const list = world.questions.get(answer.question)?.answer.list ?? ''
  const word = (code: Code) => world.codes.get(list)?.get(code)?.label[language] ?? code
  if (answer.notKnown) return say(to, 'walkthrough:answer.notKnown')
  if (answer.yes !== undefined && answer.yes !== null)
    return say(to, answer.yes ? 'walkthrough:answer.yes' : 'walkthrough:answer.no')
  if (answer.day) return showDay(to, answer.day)
  if (answer.code) return word(answer.code)
  if (answer.codes) return answer.codes.map(word).join(', ')
  if (answer.country) return world.countries.get(answer.country)?.label[language] ?? answer.country
  return showNumber(to, answer.count ?? 0)
}

const AskedRef = builder.objectRef<Asked>('AskedQuestion').implement({
  description: 'A question of a round, with its answer once it is given.',
  fields: (t) => ({
    question: t.field({
      type: QuestionRef,
      nullable: true,
      description: 'The question; each reads it in their language.',
      resolve: ({ code }, _args, { service }): Question | null => service.world.questions.get(code) ?? null,
    }),
    answer: t.expose('answer', { type: AnswerRef, nullable: true, description: 'The answer; null while it is owed.' }),
  }),
})

export const RoundRef = builder.objectRef<RoundView>('QuestionRound').implement({
  description: 'One return for information and its answer. Three rounds at most.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: '1 to 3.' }),
    reason: t.field({
      type: CodedValueRef,
      description: 'Why the request came back.',
      resolve: ({ reason }) => ({ list: 'return-reason', code: reason }),
    }),
    askedAt: t.expose('askedAt', { type: 'DateTime', description: 'When the request came back.' }),
    answeredAt: t.expose('answeredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was answered; null while the answer is owed.',
    }),
    questions: t.field({
      type: [AskedRef],
      description: 'What was asked, with the answers.',
      resolve: ({ questions, answers }) =>
        questions.map((code) => ({ code, answer: answers.find(({ question }) => question === code) ?? null })),
    }),
  }),
})
