import type { Corridor, CountryCode } from '../kernel/country.ts'
import type { AccountId, CaseId, Code, HandoverId, JournalId, OfficeId, PersonId, StepKey } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { ActionName } from '../procedures/action-names.ts'
import type { Procedure } from '../procedures/procedure.ts'
import type { CaseState } from './case-state.ts'
import type { Role } from './roles.ts'

/** One thing that was done: who, when, what it completed. The order of acts is the case. */
export interface Act {
  readonly seq: number
  readonly action: ActionName
  /** The step it completed; null when it completed none. */
  readonly step: StepKey | null
  /** Steps that are owed again because of it. */
  readonly reopens: readonly StepKey[]
  readonly result: Code | null
  /** Codes, days and flags as in inputs.ts; never words. */
  readonly record: Readonly<Record<string, unknown>>
  readonly by: {
    readonly account: AccountId
    readonly person: PersonId
    readonly office: OfficeId
    readonly country: CountryCode
    readonly role: Role
  }
  readonly at: Instant
  readonly handover: HandoverId | null
  readonly journal: JournalId
}

/** One person who may return, on one directed corridor; everything else follows from the acts. */
export interface CaseFile extends Corridor {
  readonly id: CaseId
  /** TH-KH-2026-7Q4M9D; issued with the draft, never changed. */
  readonly reference: string
  /** Counts the acts; rises by one with each. */
  readonly version: number
  readonly authorOffice: OfficeId
  readonly procedure: Procedure
  readonly acts: readonly Act[]
  readonly state: CaseState
}
