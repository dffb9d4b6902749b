import { sha256 } from '../../adapters/hashing.ts'
import { jsonOf } from '../../adapters/lines.ts'
import { treeHash } from '../../adapters/tree-hashing.ts'
import { type LogHeader, readHeader } from '../../domain/journal/log-line.ts'
import { EntryReader } from '../../domain/journal/read-entries.ts'
import { type Claims, judge, judgeClaims, sizesOf, type Verdict } from '../../domain/journal/verdict.ts'
import type { CountryCode } from '../../domain/kernel/country.ts'
import { type Brought, claimsOf, cosignedBy } from './claims.ts'

export interface Verified {
  readonly verdict: Verdict
  /** Whose witnesses put their names under the log and under the receipt; null where the reader knows no witness. */
  readonly cosigned: {
    readonly log: readonly CountryCode[]
    /** Null without a receipt that has its proof. */
    readonly receipt: readonly CountryCode[] | null
  } | null
}

/** Reads an exported log line by line, once; null where it is none. Asks no database, no network and no clock. */
export async function verifyLog(
  lines: AsyncIterable<string> | Iterable<string>,
  brought: Brought,
): Promise<Verified | null> {
  const hashing = { sha256, tree: treeHash }
  let read: { readonly header: LogHeader; readonly claims: Claims } | null = null
  let entries: EntryReader | null = null
  for await (const line of lines) {
    if (read && entries) {
      if (!entries.read(jsonOf(line))) break
      continue
    }
    const header = readHeader(jsonOf(line))
    const claims = header && claimsOf(header, brought)
    if (!header || !claims) return null
    read = { header, claims }
    entries = new EntryReader(hashing, { sizes: sizesOf(claims), receipt: claims.receipt?.filed ?? null })
    // What nobody signed need not be read.
    if (judgeClaims(claims)) break
  }
  if (!read || !entries) return null
  entries.end()
  return { verdict: judge(read.claims, entries, hashing), cosigned: cosignedOf(read, brought) }
}

function cosignedOf({ header, claims }: { header: LogHeader; claims: Claims }, { witnesses }: Brought) {
  if (!witnesses) return null
  const proof = claims.receipt?.filed?.proof
  return {
    log: cosignedBy(header.checkpoint, witnesses),
    receipt: proof ? cosignedBy(proof.checkpoint, witnesses) : null,
  }
}
