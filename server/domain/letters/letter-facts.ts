import type { Corridor, CountryCode } from '../kernel/country.ts'
import type { Counts } from '../kernel/fields.ts'
import type { CaseId, Code, CrossingId, HandoverId, JournalId, OfficeId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Procedure } from '../procedures/procedure.ts'
import type { LetterKind, RowName } from './letter-rules.ts'

/** What stands on a letter, in codes. Texts are made of it in `server/documents`. */
export interface LetterFacts extends Corridor {
  readonly kind: LetterKind
  readonly about: LetterSubject
  /** The entry of the act that the letter is: its receipt. */
  readonly journal: JournalId
  readonly at: Instant
  /** Of the case; of a list its random id, for a list has no other name. */
  readonly reference: string
  readonly from: Party
  readonly to: Party
  readonly rows: readonly LetterRow[]
  readonly tables: readonly LetterTable[]
  readonly bothSign: boolean
  /** The reader may not see every case of the list: what the letter names is not all of it. */
  readonly partial: boolean
}

/** The case or the list whose act a letter is. */
export type LetterSubject =
  | { readonly noun: 'Case'; readonly id: CaseId }
  | { readonly noun: 'Handover'; readonly id: HandoverId }

export interface Party {
  readonly country: CountryCode
  /** Null where nobody plays the role. */
  readonly office: OfficeId | null
}

export interface LetterRow {
  readonly name: RowName
  readonly value: LetterValue
}

export type LetterValue =
  | { readonly kind: 'codes'; readonly list: string; readonly codes: readonly Code[] }
  | { readonly kind: 'flag'; readonly yes: boolean }
  | { readonly kind: 'instant'; readonly at: Instant }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'country'; readonly country: CountryCode }
  | { readonly kind: 'crossing'; readonly crossing: CrossingId }
  | { readonly kind: 'procedure'; readonly procedure: Procedure }
  /** As it was written, in whatever language; a second officer has read it. */
  | { readonly kind: 'note'; readonly text: string }

/** A case of a list, and the one cell its person is counted in. */
export interface ListedCase {
  readonly reference: string
  readonly cell: keyof Counts
}

export type LetterTable =
  | { readonly kind: 'questions'; readonly questions: readonly Code[] }
  | { readonly kind: 'cases' | 'missing'; readonly cases: readonly ListedCase[] }
  | { readonly kind: 'counts'; readonly counts: Counts }
