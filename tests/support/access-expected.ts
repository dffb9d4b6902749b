import { type Phase, phases } from '../../server/domain/cases/phase.ts'
import { actRules } from '../../server/domain/disclosure/act-rules.ts'
import { fieldRules, type Reach } from '../../server/domain/disclosure/field-rules.ts'
import { type Grant, grantsOf, type QuestionName } from '../../server/domain/disclosure/question-rules.ts'
import { guardedTypes, openTypes } from '../../server/domain/disclosure/type-rules.ts'
import type { ActionName } from '../../server/domain/procedures/action-names.ts'
import type { Reader } from './access-readers.ts'

/** What the table of rules says a reader gets to a question about a case in a phase. `hasPart`: the reader's office has one. */
export const grantOn = (...asked: Parameters<typeof grantsOn>): Grant | null => grantsOn(...asked)[0] ?? null

/** The same, where a question answers several things. */
function grantsOn(
  question: QuestionName,
  { role, relation, country }: Reader,
  phase: Phase,
  hasPart: boolean,
): readonly Grant[] {
  return grantsOf(question).filter((grant) => {
    if (grant.what === 'case' && !hasPart) return false
    if (!grant.roles.includes(role)) return false
    if (grant.relation === 'any') return true
    // What hangs on no case (`field`) is each country’s own, also of one that has no part in these cases.
    if (grant.relation === 'country') return country !== null && (relation !== 'stranger' || grant.what === 'field')
    return grant.relation === relation && grant.phases.includes(phase)
  })
}

/** Whether the table has a reader told of a type of content, of some case or at some time. */
export function mayEverRead(name: string, reader: Reader): boolean {
  const guarded = guardedTypes[name.split('.')[0] ?? '']
  if (!guarded) return true
  return phases.some((phase) =>
    grantsOn(guarded.follows, reader, phase, true).some(({ what }) => !guarded.only || guarded.only.includes(what)),
  )
}

/** What an officer may do, and why not, is of each officer alone. */
const EACH_THEIR_OWN: readonly string[] = ['PossibleAct', 'Case.possible', 'Case.mySide']

/**
 * Whether the table has a field of a case read by who sees the case and is, or is not, of the side that opened it; null where
 * it hangs on more than that: on whose a step or an act is, or on what stays with one side (contract/field-rules).
 */
export function readsField(name: string, own: boolean): boolean | null {
  const [type = '', field = ''] = name.split('.')
  if (EACH_THEIR_OWN.includes(type) || EACH_THEIR_OWN.includes(name) || openTypes.includes(type)) return null
  if (own || type === 'Handover' || type === 'Counts') return true
  if (type !== 'Case' && type !== 'Consent' && type !== 'ConsentVersion') return null
  const reach = (fieldRules[type] as Readonly<Record<string, Reach>>)[field]
  return reach === 'both' ? true : reach === 'own' ? false : null
}

/**
 * What the table says becomes of an act: nothing is there; it is not theirs; it is theirs at another time; or it is theirs,
 * when it is their turn. The cases of these tests began with a request: who opened them is the requesting country.
 */
export type Expected = 'nothing' | 'not-theirs' | 'not-now' | 'may'

export function expectedOf(name: ActionName, { role, relation }: Reader, phase: Phase, sees: boolean): Expected {
  if (!sees) return 'nothing'
  const rule = actRules[name]
  if (!rule[relation === 'own' ? 'requesting' : 'return'].includes(role)) return 'not-theirs'
  return rule.phases.includes(phase) ? 'may' : 'not-now'
}
