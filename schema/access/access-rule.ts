import { say } from '../../locales/index.ts'
import type { phases } from '../../server/domain/cases/phase.ts'
import type { AccessRule, ruleKinds } from '../../server/domain/disclosure/access-rules.ts'
import type { Grant } from '../../server/domain/disclosure/question-rules.ts'
import type { Language } from '../../server/domain/kernel/language.ts'
import { readAccessRules } from '../../server/services/read-access.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageOfList } from '../connection.ts'
import { closedList, Role } from '../enums.ts'
import { languageArgument, speaker } from '../text.ts'
import { phaseWords, relationWords, roleWords, subjectWords } from './access-words.ts'

const KINDS: Record<(typeof ruleKinds)[number], string> = {
  question: 'A field of Query or Subscription: what can be read.',
  act: 'A mutation: what can be done.',
  field: 'A field of a case or of a part of it.',
  type: 'A type of the contract: a kind of content.',
}
const AccessKind = closedList('AccessKind', 'What a rule is about.', KINDS)
const AccessRelation = closedList('AccessRelation', 'For which side or country a right holds.', {
  own: 'Cases that the reader’s country opened.',
  other: 'Cases that the other country opened; before they are sent there are none.',
  requesting: 'Acts of the country where the person is.',
  return: 'Acts of the country of return.',
  country: 'What is of the reader’s own country.',
  any: 'Whatever the country, also none.',
} satisfies Record<Grant['relation'], string>)
const PHASES: Record<(typeof phases)[number], string> = {
  draft: 'Not yet sent.',
  sent: 'Sent, not yet accepted.',
  accepted: 'Accepted, or begun at the border.',
  closed: 'Closed by both countries.',
}
const AccessPhase = closedList('AccessPhase', 'What rights depend on, coarser than the stage of a case.', PHASES)

/** A rule or a grant, with the language it was asked for in. */
type In<T> = T & { readonly language: Language | null }

const GrantRef = builder.objectRef<In<{ readonly grant: Grant }>>('AccessGrant').implement({
  description: 'Who may, for which cases, and how much. Whoever is named in no grant of a rule may not.',
  fields: (t) => ({
    roles: t.field({ type: [Role], description: 'The roles.', resolve: ({ grant }) => [...grant.roles] }),
    roleLabels: t.stringList({
      description: 'Those in words; one sentence where they are all of them.',
      resolve: ({ grant, language }, _args, context) => [...roleWords(speaker(context, language), grant.roles)],
    }),
    relation: t.field({ type: AccessRelation, description: 'For whom.', resolve: ({ grant }) => grant.relation }),
    relationLabel: t.string({
      description: 'That in words.',
      resolve: ({ grant, language }, _args, context) => relationWords(speaker(context, language), grant),
    }),
    stages: t.field({
      type: [AccessPhase],
      description: 'How far the case has come; empty where the right hangs on no case.',
      resolve: ({ grant }) => [...grant.phases],
    }),
    stageLabels: t.stringList({
      description: 'Those in words.',
      resolve: ({ grant, language }, _args, context) => [...phaseWords(speaker(context, language), grant)],
    }),
    what: t.field({ type: 'Code', description: 'How much.', resolve: ({ grant }) => grant.what }),
    whatLabel: t.string({
      description: 'That in words.',
      resolve: ({ grant, language }, _args, context) => say(speaker(context, language), `access:what.${grant.what}`),
    }),
  }),
})

const RuleRef = builder.objectRef<In<{ readonly rule: AccessRule }>>('AccessRule').implement({
  description: 'One thing that can be read or done, and everybody who may. The service decides by this table.',
  fields: (t) => ({
    kind: t.field({ type: AccessKind, description: 'What it is about.', resolve: ({ rule }) => rule.kind }),
    kindLabel: t.string({
      description: 'That in words.',
      resolve: ({ rule, language }, _args, context) => say(speaker(context, language), `access:kind.${rule.kind}`),
    }),
    name: t.string({ description: 'Its name in this contract.', resolve: ({ rule }) => rule.name }),
    label: t.string({
      description: 'What that holds or does, in words.',
      resolve: ({ rule, language }, _args, context) =>
        subjectWords(context.service.world, speaker(context, language), rule),
    }),
    grants: t.field({
      type: [GrantRef],
      description: 'Everybody who may.',
      resolve: ({ rule, language }) => rule.grants.map((grant) => ({ grant, language })),
    }),
  }),
})
const Connection = connectionOf('AccessRule', RuleRef, true)

builder.queryField('accessRules', (t) =>
  t.field({
    type: Connection,
    description:
      'Who may read and do what, by kind and name: the table by which the service decides, in words. For administrators and privacy officers; empty for all others.',
    args: {
      ...pageArguments(),
      ...languageArgument(),
      kind: t.arg({ type: AccessKind, description: 'Only rules of this kind.' }),
      role: t.arg({ type: Role, description: 'Only rules that name this role.' }),
    },
    resolve: (_root, { kind, role, language, ...args }, { by }) => {
      const rules = readAccessRules(by, kind ?? null, role ?? null)
      const list = rules.map((rule) => ({ rule, language: language ?? null }))
      return pageOfList(list, ({ rule }) => `${rule.kind} ${rule.name}`, args)
    },
  }),
)
