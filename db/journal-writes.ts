import type { Sealed } from '../server/domain/journal/commitment.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { insertJournal, insertJournalContent, insertJournalPart } from './commit-statements.ts'
import type { Write } from './statement.ts'

interface Entry extends Sealed {
  readonly id: string
  readonly kind: string
  readonly at: Instant
}

/** An entry of the journal: the permanent row, its content, and what it says of each case. */
export const journalWrites = ({ id, kind, at, leaf, salt, content, parts }: Entry): readonly Write[] => [
  { statement: insertJournal, params: { id, kind, at, leaf } },
  { statement: insertJournalContent, params: { id, salt, content } },
  ...parts.map((part) => ({ statement: insertJournalPart, params: { ...part, journal: id } })),
]

/** Whether a commit writes an entry. */
export const holdsEntry = (writes: readonly Write[]): boolean =>
  writes.some(({ statement }) => statement === insertJournal)
