import type { Sealed } from '../server/domain/journal/commitment.ts'
import type { Receipt } from '../server/domain/journal/entry.ts'
import type { AccountId } from '../server/domain/kernel/ids.ts'
import type { AccessNoun } from '../server/domain/kernel/noun.ts'
import { insertEffect } from './commit-statements.ts'
import { journalWrites } from './journal-writes.ts'
import type { Write } from './statement.ts'

/** An act on access as it goes to the store. */
interface AccessCommit {
  readonly entry: Receipt & Sealed & { readonly kind: string }
  readonly account: AccountId
  readonly key: string
  readonly inputHash: string
  readonly noun: { readonly type: AccessNoun; readonly id: string }
  readonly writes: readonly Write[]
}

/** The client's key first, so that a repeated act stops there; then what it does, and its entry. */
export const accessWrites = ({ entry, noun, writes, ...effect }: AccessCommit): readonly Write[] => [
  {
    statement: insertEffect,
    params: { ...effect, journal: entry.id, leaf: entry.leaf, at: entry.at, nounType: noun.type, nounId: noun.id },
    unless: { rows: 1, refused: 'repeated' },
  },
  ...writes,
  ...journalWrites(entry),
]
