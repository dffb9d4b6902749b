import type { PossibleAct } from '../../server/domain/disclosure/case-view.ts'
import { builder } from '../builder.ts'
import { ActionName } from '../enums.ts'
import { ProblemRef } from '../problem.ts'
import { labelIn, languageArgument } from '../text.ts'

export const PossibleActRef = builder.objectRef<PossibleAct>('PossibleAct').implement({
  description: 'Something the caller’s side could do now, and what is missing where the caller cannot.',
  fields: (t) => ({
    action: t.expose('action', { type: ActionName, description: 'The mutation that does it.' }),
    label: t.string({
      description: 'The act in the words of the procedure.',
      args: languageArgument(),
      resolve: ({ action, step, free }, { language }, context) => {
        const label = step?.label ?? free?.label
        return label ? labelIn(label, context, language) : action
      },
    }),
    step: t.field({
      type: 'Code',
      nullable: true,
      description: 'The step it would do; null where it belongs to none.',
      resolve: ({ step }) => step?.key ?? null,
    }),
    allowed: t.exposeBoolean('allowed', { description: 'Whether the caller may do it now.' }),
    obstacle: t.expose('obstacle', {
      type: ProblemRef,
      nullable: true,
      description: 'The first thing that is missing; null when the caller may.',
    }),
  }),
})
