import type { Question } from '../../server/domain/world.ts'
import { BasisRef } from '../basis.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageOfList } from '../connection.ts'
import { AnswerKindEnum } from '../enums.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { labelField } from '../text.ts'
import { CodeListRef } from './code-list.ts'

export const QuestionRef = builder.objectRef<Question>('Question').implement({
  description: 'A question that can be asked when a request is returned: by code, read by each in their language.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Question', ({ code }: Question) => code)),
    code: t.expose('code', { type: 'Code', description: 'The question’s code, as `returnForInformation` takes it.' }),
    text: t.string(labelField('The question in words.', ({ label }) => label)),
    topic: t.expose('topic', { type: 'Code', description: 'What it is about.' }),
    answerKind: t.field({
      type: AnswerKindEnum,
      description: 'Which value field an answer to it gives.',
      resolve: ({ answer }) => answer.type,
    }),
    codeList: t.field({
      type: CodeListRef,
      nullable: true,
      description: 'The list an answer is chosen from, where it is a code.',
      resolve: ({ answer }, _args, { service }) => service.world.codeLists.get(answer.list ?? '') ?? null,
    }),
    min: t.int({
      nullable: true,
      description: 'Smallest number that is an answer.',
      resolve: ({ answer }) => answer.min ?? null,
    }),
    max: t.int({
      nullable: true,
      description: 'Largest number that is an answer.',
      resolve: ({ answer }) => answer.max ?? null,
    }),
    basis: t.expose('basis', { type: BasisRef, description: 'What the question rests on.' }),
  }),
})

nodeFinder('Question', (id, { service }) => service.world.questions.get(id as Question['code']) ?? null)
const Connection = connectionOf('Question', QuestionRef, true)

builder.queryField('questions', (t) =>
  t.field({
    type: Connection,
    description: 'The catalogue of questions; everyone may read it.',
    args: { ...pageArguments(), topic: t.arg({ type: 'Code', description: 'Only questions about this.' }) },
    resolve: (_root, args, { service }) => {
      const list = [...service.world.questions.values()].filter(({ topic }) => !args.topic || topic === args.topic)
      return pageOfList(list, ({ code }) => code, args)
    },
  }),
)
