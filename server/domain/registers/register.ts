import type { AggregateImport } from '../aggregates/aggregate.ts'
import type { Role } from '../cases/roles.ts'
import type { CountryCode } from '../kernel/country.ts'
import type { CaseId, OfficeId, ProcedureId, StepKey } from '../kernel/ids.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { AnyMeeting } from '../meetings/any-meeting.ts'
import type { LimitUnit } from '../procedures/procedure.ts'
import type { ReportEntry, ReportFileEntry, ReportPartEntry } from '../reports/report-entry.ts'

/** Which number of a step is meant: its own limit, what lies before the handover, or the time between two visits. */
export const limitKinds = ['STEP', 'BEFORE_HANDOVER', 'RECURRENCE'] as const
export type LimitKind = (typeof limitKinds)[number]

/** A limit that one country proposed and the other may agree to. */
export interface LimitProposal {
  readonly requestingCountry: CountryCode
  readonly countryOfReturn: CountryCode
  readonly procedure: ProcedureId
  readonly procedureVersion: number
  readonly step: StepKey
  readonly of: LimitKind
  readonly unit: LimitUnit
  readonly count: number
  readonly childCount: number | null
  readonly proposedBy: CountryCode
  readonly proposedAt: Instant
  readonly status: 'PROPOSED' | 'CONFIRMED'
  /** The version that holds it since. */
  readonly agreedIn: { readonly procedure: ProcedureId; readonly version: number } | null
}

/** An office that plays a role for another of its country, for some days. */
export interface Delegation {
  readonly country: CountryCode
  readonly role: Role
  readonly from: OfficeId
  readonly to: OfficeId
  readonly firstDay: Day
  readonly lastDay: Day
}

/** The days off and make-up days that a country declared for a year; they replace the table that was there. */
export interface HolidayTable {
  readonly country: CountryCode
  readonly year: number
  readonly holidays: readonly Day[]
  readonly makeUpDays: readonly Day[]
  readonly declaredAt: Instant
}

/** A person asked that their case be erased early; it goes with the case. */
export interface ErasureRequest {
  readonly caseId: CaseId
  readonly requestedBy: CountryCode
  readonly office: OfficeId
  readonly requestedOn: Day
  readonly requestedAt: Instant
}

interface RegisterContents {
  readonly meeting: AnyMeeting
  readonly limit: LimitProposal
  readonly delegation: Delegation
  readonly holidays: HolidayTable
  readonly erasure: ErasureRequest
  readonly aggregates: AggregateImport
  readonly report: ReportEntry
  readonly reportPart: ReportPartEntry
  readonly reportFile: ReportFileEntry
}
export type RegisterKind = keyof RegisterContents

/** What is kept beside cases and lists; its version counts its changes. */
export interface Registered<K extends RegisterKind> {
  readonly kind: K
  readonly id: string
  readonly version: number
  readonly content: RegisterContents[K]
}
export type AnyRegistered = { readonly [K in RegisterKind]: Registered<K> }[RegisterKind]

/** An entry before and after. */
export interface RegisterChange {
  readonly before: number | null
  readonly after: AnyRegistered
}
