import type { Code } from '../../server/domain/kernel/ids.ts'
import { builder } from '../builder.ts'
import { labelIn, languageArgument } from '../text.ts'

/** A code as it stands in a record, with the list that explains it. */
export interface CodedValue {
  readonly list: string
  readonly code: Code
}

export const CodedValueRef = builder.objectRef<CodedValue>('CodedValue').implement({
  description: 'A code of a code list, with its words.',
  fields: (t) => ({
    code: t.expose('code', { type: 'Code', description: 'The code itself.' }),
    list: t.expose('list', { type: 'Code', description: 'The code list it stands in.' }),
    label: t.string({
      description: 'The code in words.',
      args: languageArgument(),
      resolve: ({ list, code }, { language }, context) => {
        const label = context.service.world.codes.get(list)?.get(code)?.label
        return label ? labelIn(label, context, language) : code
      },
    }),
  }),
})
