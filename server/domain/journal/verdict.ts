import type { LogHashing } from './check-line.ts'
import { isIncluded } from './check-proofs.ts'
import type { FiledReceipt } from './filed-receipt.ts'
import { leafText } from './log-entry.ts'
import type { EntryReader, LineFault } from './read-entries.ts'
import type { Hash } from './tree.ts'

/** A checkpoint whose signature was looked at. `other-hub`: another name or key; `changed`: it does not hold. */
export type Claimed =
  | { readonly state: 'signed'; readonly size: number; readonly root: Hash }
  | { readonly state: 'other-hub' | 'changed' }

export interface Claims {
  /** The checkpoint that the log itself brings along. */
  readonly own: Claimed
  /** The one that the reader kept. */
  readonly kept: Claimed | null
  /** The receipt; `null` in place of one that could not be read. */
  readonly receipt: { readonly filed: FiledReceipt | null; readonly checkpoint: Claimed | null } | null
}

export type Verdict =
  | LineFault
  | {
      readonly found: 'untouched'
      readonly size: number
      readonly kept: number | null
      readonly receipt: number | null
    }
  | { readonly found: 'unsigned' | 'other-hub' | 'checkpoint-changed' }
  | { readonly found: 'added'; readonly entry: number }
  | { readonly found: 'fork'; readonly signed: number }
  | { readonly found: 'shorter'; readonly size: number; readonly signed: number }
  | { readonly found: 'receipt-changed' | 'receipt-other-hub' | 'receipt-missing' }

/** Everything that can be said before a line is read: who signed what. */
export function judgeClaims({ own, kept, receipt }: Claims): Verdict | null {
  if (own.state === 'other-hub' || kept?.state === 'other-hub') return { found: 'other-hub' }
  if (kept?.state === 'changed') return { found: 'checkpoint-changed' }
  if (own.state === 'changed') return { found: 'unsigned' }
  if (!receipt) return null
  if (receipt.checkpoint?.state === 'other-hub') return { found: 'receipt-other-hub' }
  return receipt.filed && receipt.checkpoint?.state !== 'changed' ? null : { found: 'receipt-changed' }
}

/** The sizes at which the roots are compared. */
export const sizesOf = ({ own, kept, receipt }: Claims): readonly number[] =>
  [own, kept, receipt?.checkpoint].flatMap((one) => (one?.state === 'signed' ? [one.size] : []))

/** What was found, once the entries are read. */
export function judge(claims: Claims, entries: EntryReader, hashing: LogHashing): Verdict {
  const early = judgeClaims(claims) ?? entries.fault
  if (early) return early
  const { own, kept, receipt } = claims
  // From here on all of them are signed; the first of them that differs tells most.
  const signed = [kept, receipt?.checkpoint ?? null, own].flatMap((one) => (one?.state === 'signed' ? [one] : []))
  const end = own.state === 'signed' ? own.size : 0
  const later = signed.find(({ size }) => size > end)
  if (later) return { found: 'shorter', size: end, signed: later.size }
  const bySize = signed.toSorted((one, other) => one.size - other.size)
  const forked = bySize.find(({ size, root }) => size <= entries.size && entries.roots.get(size) !== root)
  if (forked) return { found: 'fork', signed: forked.size }
  if (entries.size < end) return { found: 'missing', entry: entries.size }
  if (entries.size > end) return { found: 'added', entry: end }
  const found = receipt?.filed ? findReceipt(receipt.filed, receipt.checkpoint, entries, hashing) : null
  if (typeof found === 'string') return { found }
  return { found: 'untouched', size: end, kept: kept?.state === 'signed' ? kept.size : null, receipt: found }
}

/** The place of a receipt's entry, or what is wrong with it. */
function findReceipt(
  { id, leaf, at, proof }: FiledReceipt,
  checkpoint: Claimed | null,
  entries: EntryReader,
  hashing: LogHashing,
): number | 'receipt-changed' | 'receipt-missing' {
  const entry = entries.receipt
  if (proof && checkpoint?.state === 'signed') {
    const { size, root } = checkpoint
    const { index, kind, hashes } = proof
    const made = hashing.tree.leaf(leafText({ id, kind, at, leaf }))
    const holds = isIncluded(hashing.tree, { leaf: made, index, size, root, proof: hashes })
    return holds ? index : 'receipt-changed'
  }
  if (!entry) return 'receipt-missing'
  return entry.id === id && entry.leaf === leaf && entry.at === at ? entry.index : 'receipt-changed'
}
