import type { Basis } from '../server/domain/kernel/language.ts'
import { builder } from './builder.ts'
import { BasisStatus } from './enums.ts'
import { wordsField } from './text.ts'

export const BasisRef = builder.objectRef<Basis>('Basis').implement({
  description: 'What a value rests on. Shown beside the value: an assumed one is not confirmed by the parties.',
  fields: (t) => ({
    status: t.expose('status', { type: BasisStatus, description: 'Sourced, assumed or agreed.' }),
    source: t.exposeString('source', { description: 'Where it was read; short citation, not translated.' }),
    note: t.string({
      nullable: true,
      description: 'What a reader should know about it, in English; not translated.',
      resolve: ({ note }) => note ?? null,
    }),
    label: t.string(wordsField('The status in words.', ({ status }) => `labels:basis.${status}`)),
  }),
})
