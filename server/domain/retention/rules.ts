import type { CountryCode } from '../kernel/country.ts'
import type { Basis } from '../kernel/language.ts'

interface Counted {
  readonly count: number
  readonly basis: Basis
}

/** How long one country keeps what is closed; every number says what it rests on. */
export interface RetentionRules {
  readonly country: CountryCode
  readonly version: number
  /** Days after closure on which nobody reads the case any more. */
  readonly blockAfterDays: Counted
  readonly keepAtLeastMonths: Counted
  readonly eraseAfterMonths: Counted
  /** Whether a person's request erases earlier, and how many months after closure at the earliest. */
  readonly onRequest: { readonly allowed: boolean; readonly afterMonths: number; readonly basis: Basis }
  /** A draft that was never sent goes when nobody touched it for so long. */
  readonly abandonedDraftMonths: Counted
}

/** Files of reports go some days after they were made: they can be made again. */
export interface ReportFileRules {
  readonly keepDays: Counted
}
