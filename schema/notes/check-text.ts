import { checkText, type TextCheck } from '../../server/services/check-text.ts'
import { builder } from '../builder.ts'
import { ProblemRef } from '../problem.ts'
import { ConvertedRef } from './converted.ts'
import { FindingRef, placed } from './finding.ts'
import { NoteInput } from './note-input.ts'

const TextCheckRef = builder.objectRef<TextCheck>('TextCheck').implement({
  description: 'What the guard says of a text. Nothing of it is stored or logged.',
  fields: (t) => ({
    accepted: t.boolean({
      description: 'Whether it could be sent as a note.',
      resolve: ({ problems }) => problems.length === 0,
    }),
    text: t.exposeString('text', {
      nullable: true,
      description: 'The text as it would be stored, and as findings count its characters; null where it is too long.',
    }),
    converted: t.expose('converted', {
      type: ConvertedRef,
      nullable: true,
      description: 'Zawgyi that was made Unicode; null where nothing was.',
    }),
    findings: t.field({
      type: [FindingRef],
      description: 'All places, what blocks and what is only a doubt, in order.',
      resolve: ({ findings, text }) => findings.map((one) => placed(one, text ?? '')),
    }),
    problems: t.field({
      type: [ProblemRef],
      description: 'Why it would be refused.',
      resolve: ({ problems }) => [...problems],
    }),
  }),
})

builder.queryField('checkText', (t) =>
  t.field({
    type: TextCheckRef,
    description: 'Tries a text on the guard before it is sent, for clients that show doubts while one types.',
    args: { input: t.arg({ type: NoteInput, required: true, description: 'The text.' }) },
    resolve: (_root, { input }) => checkText({ text: input.text, encoding: input.encoding ?? null }),
  }),
)
