import { type AccessActName, accessActNames, accessRoles } from '../access/access-acts.ts'
import { type ActionName, actionNames, type RegisterActName, registerActNames } from '../procedures/action-names.ts'
import { actRules, registerRules } from './act-rules.ts'
import { fieldRules, type Reach, type RuledType, reads } from './field-rules.ts'
import { type Grant, grantsOf, type QuestionName, questionRules } from './question-rules.ts'
import { guardedTypes, openTypes, rootTypes } from './type-rules.ts'

// All rights of everybody in one list: the four tables beside this file, as rows. Nothing is decided here a second time.

export const ruleKinds = ['question', 'act', 'field', 'type'] as const
export type RuleKind = (typeof ruleKinds)[number]

/** What a row is called by, for people. */
type Subject =
  | { readonly question: QuestionName }
  | { readonly action: ActionName }
  | { readonly act: RegisterActName | AccessActName }
  | { readonly content: 'open' | 'root' }

/** One thing that can be read or done, and everybody who may. Who is not named may not, and is not told that it is there. */
export interface AccessRule {
  readonly kind: RuleKind
  /** As the contract has it: `case`, `acceptReturn`, `Case.consent`, `Handover`. */
  readonly name: string
  readonly subject: Subject
  readonly grants: readonly Grant[]
}

const questionRows = (): readonly AccessRule[] =>
  (Object.keys(questionRules) as QuestionName[]).map((name) => ({
    kind: 'question',
    name,
    subject: { question: name },
    grants: grantsOf(name),
  }))

const actRows = (): readonly AccessRule[] => [
  ...actionNames.map((name): AccessRule => {
    const { phases } = actRules[name]
    const grants = (['requesting', 'return'] as const).flatMap((side): Grant[] =>
      actRules[name][side].length > 0 ? [{ roles: actRules[name][side], relation: side, phases, what: 'act' }] : [],
    )
    return { kind: 'act', name, subject: { action: name }, grants }
  }),
  ...registerActNames.map((name): AccessRule => {
    const grants = (['country', 'any'] as const).flatMap((relation): Grant[] => {
      const names = registerRules[name].filter((role) => (role === 'secretariat') === (relation === 'any'))
      return names.length > 0 ? [{ roles: names, relation, phases: [], what: 'act' }] : []
    })
    return { kind: 'act', name, subject: { act: name }, grants }
  }),
  ...accessActNames.map((name): AccessRule => {
    const grant: Grant = { roles: accessRoles[name], relation: 'country', phases: [], what: 'act' }
    return { kind: 'act', name, subject: { act: name }, grants: [grant] }
  }),
]

/** A field of a case is read with the case, and by the other side as far as the field reaches. */
const fieldGrants = (type: RuledType, field: string, reach: Reach): readonly Grant[] =>
  grantsOf('case').flatMap((one) => {
    if (one.relation === 'own') return [{ ...one, what: reach === 'each-own' ? reach : ('field' as const) }]
    const what = reach === 'both' || reach === 'own' ? 'field' : reach
    return reads(type, field as never, { own: false }) ? [{ ...one, what }] : []
  })

const fieldRows = (): readonly AccessRule[] =>
  (Object.keys(fieldRules) as RuledType[]).flatMap((type) =>
    Object.entries<Reach>(fieldRules[type]).map(([field, reach]) => ({
      kind: 'field' as const,
      name: `${type}.${field}`,
      subject: { question: 'case' as const },
      grants: fieldGrants(type, field, reach),
    })),
  )

const typeRows = (): readonly AccessRule[] => [
  ...Object.entries(guardedTypes).map(([name, { follows, only }]): AccessRule => {
    const grants = grantsOf(follows).filter(({ what }) => !only || only.includes(what))
    return { kind: 'type', name, subject: { question: follows }, grants }
  }),
  // What everybody reads is read as countries are; what leads to the rest is read as anything is by its id.
  ...openTypes.map(
    (name): AccessRule => ({ kind: 'type', name, subject: { content: 'open' }, grants: grantsOf('countries') }),
  ),
  ...rootTypes.map(
    (name): AccessRule => ({ kind: 'type', name, subject: { content: 'root' }, grants: grantsOf('node') }),
  ),
]

/** Every rule, sorted by kind and name. */
export const accessRules: readonly AccessRule[] = [questionRows(), actRows(), fieldRows(), typeRows()].flatMap((rows) =>
  rows.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
)

/** The type by whose rule another is read: a page and its edges by their entries; an answer to an act by who did it, null. */
export function ruledBy(type: string): string | null {
  if (type.endsWith('Payload')) return null
  return type.replace(/(Connection|Edge)$/, '')
}
