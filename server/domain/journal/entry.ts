import type { Change } from '../cases/act.ts'
import type { Actor } from '../cases/actor.ts'
import type { JournalId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { ActName } from '../procedures/action-names.ts'
import { type Sealed, type Sealing, seal } from './commitment.ts'
import { registerWithoutCases, saidOfCases } from './parts.ts'

/** What an officer can file: proof comes when the tree has it. `leaf` is the hex SHA-256 commitment. */
export interface Receipt {
  readonly id: JournalId
  readonly leaf: string
  readonly at: Instant
}

/** The permanent row says nothing of a case; content, parts and salts lie apart and can be erased. */
export interface JournalEntry extends Receipt, Sealed {
  readonly kind: ActName
}

/** The entry of one act. */
export function entryOf(
  id: JournalId,
  kind: ActName,
  change: Change,
  by: Actor,
  at: Instant,
  sealing: Sealing,
): JournalEntry {
  const head = {
    id,
    kind,
    at,
    by: { account: by.account, office: by.office, country: by.country, role: by.role },
    handover: change.handover && { id: change.handover.after.id, version: change.handover.after.version },
    register: registerWithoutCases(change),
    procedure: change.procedure && { id: change.procedure.id, version: change.procedure.version },
  }
  return { id, kind, at, ...seal(head, saidOfCases(change), sealing) }
}
