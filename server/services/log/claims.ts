import { hexOf } from '../../adapters/note-keys.ts'
import { checkLine, isMadeBy, isSignedBy, type Verifier, verifierOf } from '../../adapters/notes.ts'
import type { Witness } from '../../adapters/witness-list.ts'
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

/** A witness whose key the reader was handed by its ministry. */
export type Handed = Pick<Witness, 'country' | 'verifier'>

/** What the reader brings along, as text; null where nothing was given. */
export interface Brought {
  readonly key: Verifier | null
  readonly checkpoint: string | null
  /** The receipt as JSON; undefined where it was none. */
  readonly receipt: { readonly value: unknown } | null
  /** Left out: nothing is said of witnesses. The keys that a log brings along could be anybody’s. */
  readonly witnesses?: readonly Handed[]
}

/** Null where the log names no key. */
export function claimsOf(header: LogHeader, { key, checkpoint, receipt, witnesses = [] }: Brought): Claims | null {
  const named = verifierOf(header.key)
  if (named?.type !== 1) return null
  const hub = key ?? named
  const own: Claimed = hub.text === named.text ? claimOf(header.checkpoint, hub) : { state: 'other-hub' }
  const holds = namedHold(header) && handedHold(header.checkpoint, witnesses)
  return {
    own: own.state === 'signed' && !holds ? { state: 'changed' } : own,
    kept: checkpoint === null ? null : broughtClaim(checkpoint, hub, witnesses),
    receipt: receipt && receiptClaim(readReceipt(receipt.value), hub, witnesses),
  }
}

function broughtClaim(note: string, hub: Verifier, witnesses: readonly Handed[]): Claimed {
  const claim = claimOf(note, hub)
  return claim.state === 'signed' && !handedHold(note, witnesses) ? { state: 'changed' } : claim
}

const receiptClaim = (filed: FiledReceipt | null, hub: Verifier, witnesses: readonly Handed[]) => ({
  filed,
  checkpoint: filed?.proof ? broughtClaim(filed.proof.checkpoint, hub, witnesses) : null,
})

/** The countries whose witnesses put their names under a checkpoint, by the keys that the reader was handed. */
export function cosignedBy(checkpoint: string, witnesses: readonly Handed[]): readonly CountryCode[] {
  const read = readNote(checkpoint)
  return countryCodes.filter((code) =>
    witnesses.some(({ country, verifier }) => country === code && read && isSignedBy(read.text, read.lines, verifier)),
  )
}

/** A line of a key that is known and does not hold spoils the whole note (C2SP signed-note). */
function handedHold(checkpoint: string, witnesses: readonly Handed[]): boolean {
  const { text = '', lines = [] } = readNote(checkpoint) ?? {}
  return witnesses.every(({ verifier }) => lines.every((line) => checkLine(text, line, verifier) !== false))
}

/** Each key that a log names stands under its checkpoint: what it says of itself must be true as well. */
function namedHold({ checkpoint, witnesses }: LogHeader): boolean {
  const read = readNote(checkpoint)
  return Object.entries(witnesses).every(([country, text]) => {
    const verifier = verifierOf(text)
    if (!read || verifier?.type !== 4 || !countryCodes.some((code) => code === country)) return false
    return isSignedBy(read.text, read.lines, verifier)
  })
}
