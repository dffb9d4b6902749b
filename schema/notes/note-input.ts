import { builder } from '../builder.ts'
import { TextEncoding } from '../enums.ts'

export const NoteInput = builder.inputType('NoteInput', {
  description: 'Free text, where codes cannot say it. It passes the guard on the way in.',
  fields: (t) => ({
    text: t.string({
      required: true,
      description:
        'At most 280 characters. Nothing that names or points at a person; refused with what to write instead.',
    }),
    encoding: t.field({
      type: TextEncoding,
      description: 'How Burmese was typed; needed only where the service asks (ENCODING_UNCLEAR).',
    }),
  }),
})
