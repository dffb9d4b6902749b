import type { Change } from '../cases/act.ts'
import type { Actor } from '../cases/actor.ts'
import type { JournalId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { ActName } from '../procedures/action-names.ts'
import { canonical } from './canonical.ts'

/** What an officer can file: proof comes when the tree has it. `leaf` is the hex SHA-256 commitment. */
export interface Receipt {
  readonly id: JournalId
  readonly leaf: string
  readonly at: Instant
}

/** The permanent row says nothing of a case; content and salt lie apart and can be erased. */
export interface JournalEntry extends Receipt {
  readonly kind: ActName
  readonly salt: string
  readonly content: string
}

/** SHA-256 in hex of text in UTF-8; handed in, because the domain has no packages. */
export type Sha256 = (text: string) => string

/** The entry of one act: commitment = SHA-256(salt, newline, canonical content). */
export function entryOf(
  id: JournalId,
  kind: ActName,
  change: Change,
  by: Actor,
  at: Instant,
  salt: string,
  sha256: Sha256,
): JournalEntry {
  const content = canonical({
    id,
    kind,
    at,
    by: { account: by.account, office: by.office, country: by.country, role: by.role },
    handover: change.handover && { id: change.handover.after.id, version: change.handover.after.version },
    register: change.register?.after,
    procedure: change.procedure && { id: change.procedure.id, version: change.procedure.version },
    cases: change.cases.map(({ after }) => {
      const act = after.acts.at(-1)
      return { id: after.id, version: after.version, step: act?.step, result: act?.result, record: act?.record }
    }),
  })
  return { id, kind, at, salt, content, leaf: sha256(`${salt}\n${content}`) }
}
