import type { Phase } from '../../server/domain/cases/phase.ts'
import { actRules } from '../../server/domain/disclosure/act-rules.ts'
import { type Grant, grantsOf, type QuestionName } from '../../server/domain/disclosure/question-rules.ts'
import type { ActionName } from '../../server/domain/procedures/action-names.ts'
import type { Reader } from './access-readers.ts'

/** What the table of rules says a reader gets to a question about a case in a phase. `hasPart`: the reader's office has one. */
export function grantOn(
  question: QuestionName,
  { role, relation, country }: Reader,
  phase: Phase,
  hasPart: boolean,
): Grant | null {
  const found = grantsOf(question).find((grant) => {
    if (!grant.roles.includes(role)) return false
    if (grant.relation === 'any') return true
    if (grant.relation === 'country') return country !== null && relation !== 'stranger'
    return grant.relation === relation && grant.phases.includes(phase)
  })
  return found && (found.what !== 'case' || hasPart) ? found : null
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
