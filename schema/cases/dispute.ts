import type { Dispute } from '../../server/domain/cases/case-state.ts'
import { builder } from '../builder.ts'
import { CodedValueRef } from '../codes/coded-value.ts'
import { countryField } from '../directory/country.ts'

export const DisputeRef = builder.objectRef<Dispute>('Dispute').implement({
  description: 'Something the two countries see differently. The country that opened it settles it, or a meeting does.',
  fields: (t) => ({
    subject: t.field({
      type: CodedValueRef,
      description: 'What it is about.',
      resolve: ({ subject }) => ({ list: 'dispute-subject', code: subject }),
    }),
    country: t.field(countryField('The country that opened it.', ({ country }: Dispute) => country)),
    openedAt: t.expose('openedAt', { type: 'DateTime', description: 'When it was opened.' }),
    settledAt: t.expose('settledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was settled; null while it is open.',
    }),
    outcome: t.field({
      type: CodedValueRef,
      nullable: true,
      description: 'How it was settled.',
      resolve: ({ outcome }) => outcome && { list: 'dispute-outcome', code: outcome },
    }),
  }),
})
