import { say } from '../../locales/index.ts'
import type { Finding } from '../../server/domain/confidentiality/finding.ts'
import { builder } from '../builder.ts'
import { GuardRule } from '../enums.ts'
import { languageArgument, speaker, wordsField } from '../text.ts'

/** A place in a text that the guard looked at, with what stands there. */
export interface PlacedFinding extends Finding {
  readonly excerpt: string
}

export const placed = (one: Finding, text: string): PlacedFinding => ({ ...one, excerpt: text.slice(one.from, one.to) })

export const FindingRef = builder.objectRef<PlacedFinding>('Finding').implement({
  description: 'A place in a text that looks like identity.',
  fields: (t) => ({
    rule: t.expose('rule', { type: GuardRule, description: 'What it looks like.' }),
    ruleLabel: t.string(wordsField('That in words.', ({ rule }) => `guard:rule.${rule}`)),
    instead: t.string({
      description: 'What to write instead.',
      args: languageArgument(),
      resolve: ({ rule }, { language }, context) => say(speaker(context, language), `guard:instead.${rule}`),
    }),
    from: t.int({ description: 'First character, counted from 1.', resolve: ({ from }) => from + 1 }),
    to: t.int({ description: 'Last character.', resolve: ({ to }) => to }),
    excerpt: t.exposeString('excerpt', { description: 'What stands there.' }),
    blocks: t.exposeBoolean('blocks', { description: 'True: refused. False: a doubt that the reviewer looks at.' }),
  }),
})
