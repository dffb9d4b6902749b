import type { CaseFile } from '../cases/case-file.ts'
import { authorSide } from '../cases/case-state.ts'
import type { Sha256 } from '../journal/commitment.ts'
import { type CountryCode, countryOf, otherSide } from '../kernel/country.ts'
import type { CaseId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'

/** Why a case was erased. */
export type ErasureReason = 'retention' | 'request' | 'abandoned'

/** The countries that know of a case: who opened it, and the other one once it was sent. */
export interface KnownTo {
  readonly openedBy: CountryCode
  readonly sharedWith: CountryCode | null
}

/** What stays of an erasure, for ever: never the reference, never the id itself. */
export interface Certificate extends KnownTo {
  readonly id: string
  readonly at: Instant
  readonly why: ErasureReason
  /** Rows that went, by kind. */
  readonly counts: Readonly<Record<string, number>>
  /** Journal entries that have no content any more. */
  readonly journalEntries: number
  readonly caseHash: string
}

export function knownTo(file: CaseFile): KnownTo {
  const side = authorSide(file.state)
  const wasSent = file.state.sentAt !== null
  return { openedBy: countryOf(file, side), sharedWith: wasSent ? countryOf(file, otherSide(side)) : null }
}

export const isKnownTo = ({ openedBy, sharedWith }: KnownTo, country: CountryCode | null): boolean =>
  country !== null && (country === openedBy || country === sharedWith)

/** Ids are random: who holds one can ask for its certificate, and nobody finds one from a certificate. */
export const caseHash = (sha256: Sha256, id: CaseId): string => sha256(`mekong-liaison erased case ${id}`)
