import type { CountryCode } from '../kernel/country.ts'
import type { Code, OfficeId } from '../kernel/ids.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Wording } from '../kernel/wording.ts'

/** Series of meetings of the process; bilateral case management meetings are the fourth (`record-case-management-meeting.ts`). */
export const conferenceSeries = ['som', 'imm', 'taskforce'] as const
export type ConferenceSeries = (typeof conferenceSeries)[number]

/** A meeting of senior officials, of ministers, or of a national taskforce: facts, and no person's name. Source: domain.md 1.A.1. */
export interface Conference {
  readonly series: ConferenceSeries
  /** 5 in SOM5; null where the series is not numbered. */
  readonly number: number | null
  /** Whose taskforce met; null for the meetings of all six. */
  readonly country: CountryCode | null
  readonly firstDay: Day
  readonly lastDay: Day
  /** The country where it was held. */
  readonly host: CountryCode | null
  readonly place: Wording | null
  readonly theme: Wording | null
  /** Code list `organiser-role`: host, co-organiser, supporter. */
  readonly organisers: readonly { readonly role: Code; readonly name: Wording }[]
  readonly agenda: readonly Wording[]
  readonly delegations: readonly Delegation[]
  /** Who else took part, as a group, and how many. */
  readonly others: readonly { readonly group: Wording; readonly persons: number | null }[]
  readonly documents: readonly MeetingDocument[]
  readonly outcomes: readonly Wording[]
  readonly decisions: readonly Decision[]
  /** Who signed which document: a country and an office, never a person. */
  readonly signatures: readonly Signature[]
  readonly next: readonly NextMeeting[]
  readonly recordedBy: OfficeId
  readonly recordedAt: Instant
}

export interface Delegation {
  readonly country: CountryCode
  /** The office that led it. */
  readonly led: Wording | null
  readonly persons: number | null
}

/** What was adopted or presented. Code list `meeting-document`: declaration, plan, guideline, report. */
export interface MeetingDocument {
  readonly kind: Code
  readonly title: Wording
  readonly items: readonly DocumentItem[]
}

/** A paragraph of a declaration, an activity of a plan. */
export interface DocumentItem {
  readonly number: number
  /** Null: it is there, but what it says is missing in the source; a gap is shown as one. */
  readonly text: Wording | null
  /** Of an activity: how many actions it holds; null where that is not known or does not apply. */
  readonly actions: number | null
}

export interface Decision {
  readonly text: Wording
  /** Who is to do it; empty: all six. */
  readonly countries: readonly CountryCode[]
  readonly due: Day | null
}

export interface Signature {
  /** Place of the document in `documents`, from 0. */
  readonly document: number
  readonly country: CountryCode
  readonly office: Wording | null
  readonly day: Day
}

export interface NextMeeting {
  readonly series: ConferenceSeries
  readonly number: number | null
  readonly firstDay: Day | null
  readonly host: CountryCode | null
}

/** What a meeting lists in entries of several parts. */
export type MeetingList = keyof Pick<
  Conference,
  'organisers' | 'delegations' | 'others' | 'documents' | 'decisions' | 'signatures' | 'next'
>
