import { hexOf } from '../../adapters/note-keys.ts'
import { isMadeBy, isSignedBy, type Verifier, verifierOf } from '../../adapters/notes.ts'
import { readBody, readNote } from '../../domain/journal/checkpoint.ts'
import { type FiledReceipt, readReceipt } from '../../domain/journal/filed-receipt.ts'
import type { LogHeader } from '../../domain/journal/log-line.ts'
import type { Claimed, Claims } from '../../domain/journal/verdict.ts'
import { type CountryCode, countryCodes } from '../../domain/kernel/country.ts'

/** A checkpoint as it lies in a file: whose it is, and whether its signature holds. */
function claimOf(note: string, hub: Verifier): Claimed {
  const read = readNote(note)
  const body = read && readBody(read.text)
  if (!body) return { state: 'changed' }
  const { text, lines } = read
  if (isSignedBy(text, lines, hub)) {
    return body.origin === hub.name
      ? { state: 'signed', size: body.size, root: hexOf(body.root) }
      : { state: 'other-hub' }
  }
  // A line of this name, or one that this key made, was changed; else it is another’s checkpoint: hubs have names of their own.
  const isOurs = lines.some((line) => line.name === hub.name || isMadeBy(text, line, hub))
  return { state: isOurs ? 'changed' : 'other-hub' }
}

/** What the reader brings along, as text; null where nothing was given. */
export interface Brought {
  readonly key: Verifier | null
  readonly checkpoint: string | null
  /** The receipt as JSON; undefined where it was none. */
  readonly receipt: { readonly value: unknown } | null
}

/** Null where the log names no key. */
export function claimsOf(header: LogHeader, { key, checkpoint, receipt }: Brought): Claims | null {
  const named = verifierOf(header.key)
  if (named?.type !== 1) return null
  const hub = key ?? named
  const own: Claimed = hub.text === named.text ? claimOf(header.checkpoint, hub) : { state: 'other-hub' }
  return {
    own: own.state === 'signed' && !witnessesHold(header) ? { state: 'changed' } : own,
    kept: checkpoint === null ? null : claimOf(checkpoint, hub),
    receipt: receipt && receiptClaim(readReceipt(receipt.value), hub),
  }
}

const receiptClaim = (filed: FiledReceipt | null, hub: Verifier) => ({
  filed,
  checkpoint: filed?.proof ? claimOf(filed.proof.checkpoint, hub) : null,
})

/** The countries whose lines hold under the checkpoint of the log, by the keys it names. */
export function cosignedBy({ checkpoint, witnesses }: LogHeader): readonly CountryCode[] {
  const read = readNote(checkpoint)
  return countryCodes.filter((country) => {
    const verifier = verifierOf(witnesses[country] ?? '')
    return read && verifier?.type === 4 && isSignedBy(read.text, read.lines, verifier)
  })
}

/** A line of a witness that is named and does not hold spoils the whole note (C2SP signed-note). */
const witnessesHold = (header: LogHeader): boolean => cosignedBy(header).length === Object.keys(header.witnesses).length
