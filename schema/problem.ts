import { say } from '../locales/index.ts'
import { joinSentences, type Speaker } from '../locales/show.ts'
import type { FactValue, Problem } from '../server/domain/kernel/problem.ts'
import type { World } from '../server/domain/world.ts'
import { builder } from './builder.ts'
import { ProblemCode } from './enums.ts'
import { globalId } from './global-id.ts'
import { insteadWords, turnWords, wordsOf } from './problem-words.ts'
import { ProvisionRef } from './provision.ts'
import { languageArgument, speaker } from './text.ts'

const Fact = builder.objectRef<{ key: string; value: FactValue }>('Fact').implement({
  description: 'One fact of a problem, for programs. Exactly one of the value fields is given.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Name of the fact.' }),
    text: t.string({
      nullable: true,
      description: 'Its value, where it is a code, a day, an instant or a reference.',
      resolve: ({ value }) => (typeof value === 'string' ? value : null),
    }),
    number: t.int({
      nullable: true,
      description: 'Its value, where it is a whole number.',
      resolve: ({ value }) => (typeof value === 'number' ? value : null),
    }),
    flag: t.boolean({
      nullable: true,
      description: 'Its value, where it is true or false.',
      resolve: ({ value }) => (typeof value === 'boolean' ? value : null),
    }),
    list: t.stringList({
      nullable: true,
      description: 'Its value, where it is a list of codes.',
      resolve: ({ value }) => (typeof value === 'object' ? [...value] : null),
    }),
  }),
})

/** What a fact names is named so that it can be asked for. */
const NAMED: Readonly<Record<string, Parameters<typeof globalId>[0]>> = {
  meeting: 'Meeting',
  import: 'AggregateImport',
}

export const ProblemRef = builder.objectRef<Problem>('Problem').implement({
  description: 'Why an act was refused, in a way an officer can understand. Nothing was stored.',
  fields: (t) => ({
    code: t.expose('code', { type: ProblemCode, description: 'The kind of refusal.' }),
    message: t.string({
      description: 'One sentence for the officer.',
      args: languageArgument(),
      resolve: (one, { language }, context) => messageOf(context.service.world, speaker(context, language), one),
    }),
    field: t.stringList({
      description: 'Path into the input; empty when the whole is meant.',
      resolve: ({ field }) => [...field],
    }),
    facts: t.field({
      type: [Fact],
      description: 'What the sentence says, for programs.',
      resolve: ({ facts }) =>
        Object.entries(facts).map(([key, value]) => {
          const noun = NAMED[key]
          return { key, value: noun ? globalId(noun, String(value)) : value }
        }),
    }),
    basis: t.field({
      type: ProvisionRef,
      nullable: true,
      description: 'The provision it rests on, where a guard of the procedure stands in the way; else null.',
      resolve: ({ basis }) => basis ?? null,
    }),
    next: t.string({
      description: 'What can be done, in one sentence.',
      args: languageArgument(),
      resolve: ({ code, facts }, { language }, context) => {
        const to = speaker(context, language)
        return say(to, `next:${code}`, insteadWords(to, facts))
      },
    }),
  }),
})

/** The refusal itself, then what is waited for and what is open instead, where the refusal is about a turn. */
const messageOf = (world: World, to: Speaker, { code, facts }: Problem): string =>
  joinSentences(to, [say(to, `problems:${code}`, wordsOf(world, to, facts)), ...turnWords(world, to, facts)])
