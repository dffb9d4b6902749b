import type { Change, Setting } from '../cases/act.ts'
import type { Fields, InputOf } from '../kernel/fields.ts'
import type { Refusal } from '../kernel/problem.ts'
import type { RegisterActName } from '../procedures/action-names.ts'
import type { Registered, RegisterKind } from './register.ts'

/** A decision about an entry of a register: about a new one, or (`of`) about one that is there. */
export interface RegisterAct<K extends RegisterKind = RegisterKind, F extends Fields = Fields> {
  readonly name: RegisterActName
  readonly target: 'register'
  readonly kind: K
  /** Whether the act names an entry and the version it was last seen at. */
  readonly changes: boolean
  /** It is about the case whose reference is in its input: that case is given to the decision, seen or not. */
  readonly about?: 'case'
  readonly fields: F
  readonly description: string
  readonly decide: (entry: Registered<K> | null, input: InputOf<F>, setting: Setting) => Change | Refusal
}

export const registerAct = <const K extends RegisterKind, const F extends Fields>(
  act: Omit<RegisterAct<K, F>, 'target'>,
): RegisterAct<K, F> => ({ ...act, target: 'register' })

/** The entry one change later. */
export const registered = <K extends RegisterKind>(
  kind: K,
  id: string,
  before: number | null,
  content: Registered<K>['content'],
): Change => {
  const after = { kind, id, version: (before ?? 0) + 1, content } as Registered<RegisterKind> & { kind: K }
  return { cases: [], handover: null, register: { before, after: after as never } }
}
