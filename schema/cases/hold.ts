import type { Hold } from '../../server/domain/cases/case-state.ts'
import { builder } from '../builder.ts'
import { CodedValueRef } from '../codes/coded-value.ts'
import { countryField } from '../directory/country.ts'

export const HoldRef = builder.objectRef<Hold>('Hold').implement({
  description: 'A case that waits: every clock stands still, and nobody is handed over meanwhile.',
  fields: (t) => ({
    reason: t.field({
      type: CodedValueRef,
      description: 'Why it waits.',
      resolve: ({ reason }) => ({ list: 'hold-reason', code: reason }),
    }),
    since: t.expose('since', { type: 'DateTime', description: 'Since when.' }),
    country: t.field(
      countryField('The country that placed it on hold, and lifts the hold.', ({ country }: Hold) => country),
    ),
  }),
})
