import type { Actor } from '../cases/actor.ts'
import { type Sealed, type Sealing, seal } from '../journal/commitment.ts'
import type { Receipt } from '../journal/entry.ts'
import type { JournalId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { AccessNoun } from '../kernel/noun.ts'
import type { AccessEntryKind } from './access-acts.ts'

/** What the journal keeps of it: which account, which office and role; never a secret. */
interface Said {
  readonly type: AccessNoun
  readonly id: string
  readonly office?: string
  readonly role?: string
}

/** The entry of an act on access. */
export function accessEntryOf(
  id: JournalId,
  kind: AccessEntryKind,
  access: Said,
  by: Pick<Actor, 'account' | 'office' | 'country' | 'role'>,
  at: Instant,
  sealing: Sealing,
): Receipt & Sealed & { readonly kind: AccessEntryKind } {
  const actor = { account: by.account, office: by.office, country: by.country, role: by.role }
  return { id, kind, at, ...seal({ id, kind, at, by: actor, access }, [], sealing) }
}
