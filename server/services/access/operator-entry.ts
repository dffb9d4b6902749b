import { journalWrites } from '../../../db/journal-writes.ts'
import type { Write } from '../../../db/statement.ts'
import { sha256 } from '../../adapters/hashing.ts'
import { randomSalt } from '../../chance.ts'
import { accessEntryOf, byOperator, type Said } from '../../domain/access/access-entry.ts'
import type { JournalId } from '../../domain/kernel/ids.ts'
import type { Moment } from '../../domain/kernel/moment.ts'

/** What the operator decided on the machine itself, in the journal as all that is decided about who comes in. */
export const operatorEntryWrites = (
  kind: 'createAccount' | 'inviteOfficer' | 'revokeAccount',
  said: Said,
  at: Moment,
): readonly Write[] => {
  const sealing = { salt: randomSalt, sha256 }
  return journalWrites(accessEntryOf(at.randomId() as JournalId, kind, said, byOperator, at.now, sealing))
}
