import type { Actor } from '../cases/actor.ts'
import { type Sealed, type Sealing, seal } from '../journal/commitment.ts'
import type { Receipt } from '../journal/entry.ts'
import type { JournalId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { AccessNoun } from '../kernel/noun.ts'
import type { AccessEntryKind } from './access-acts.ts'
import type { KeyScope } from './key-scope.ts'

/** What the journal keeps of it: which account, which office and role; never a secret. */
export interface Said {
  readonly type: AccessNoun
  readonly id: string
  readonly office?: string
  readonly role?: string
  /** Where the operator makes a key: what it may do. */
  readonly scope?: KeyScope['kind']
}

/** Who decided: an account, or the operator on the machine itself, who needs none. */
type By = Pick<Actor, 'account' | 'office' | 'country' | 'role'> | typeof byOperator
export const byOperator = { role: 'operator' } as const

/** The entry of an act on access. */
export function accessEntryOf(
  id: JournalId,
  kind: AccessEntryKind,
  access: Said,
  by: By,
  at: Instant,
  sealing: Sealing,
): Receipt & Sealed & { readonly kind: AccessEntryKind } {
  const actor =
    'account' in by ? { account: by.account, office: by.office, country: by.country, role: by.role } : byOperator
  return { id, kind, at, ...seal({ id, kind, at, by: actor, access }, [], sealing) }
}
