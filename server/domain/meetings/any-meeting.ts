import type { CountryCode } from '../kernel/country.ts'
import { countryCodes } from '../kernel/country.ts'
import type { CaseId, Code, OfficeId, StepKey } from '../kernel/ids.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Conference, ConferenceSeries } from './meeting.ts'

/** Every series of meetings that is recorded. */
export type MeetingSeries = ConferenceSeries | 'case-management'

/** A bilateral case management meeting, with what it took up. */
export interface CaseManagementMeeting {
  readonly series: 'case-management'
  readonly countries: readonly [CountryCode, CountryCode]
  readonly heldOn: Day
  readonly recordedBy: OfficeId
  readonly recordedAt: Instant
  readonly items: readonly MeetingItem[]
  /** How many more it took up that have been erased since. */
  readonly erased?: number
}
export interface MeetingItem {
  readonly caseId: CaseId
  readonly decision: Code
  /** Steps that were open when the meeting was recorded. */
  readonly openSteps: readonly StepKey[]
  /** Disputes that were open then. */
  readonly disputes: number
}

export type AnyMeeting = CaseManagementMeeting | Conference

/** What was stored before there were other meetings has no series: it is a case management meeting. */
export type StoredMeeting = AnyMeeting | Omit<CaseManagementMeeting, 'series'>
export const meetingOf = (stored: StoredMeeting): AnyMeeting =>
  'series' in stored ? stored : { series: 'case-management', ...stored }

export const isConference = (meeting: AnyMeeting): meeting is Conference => meeting.series !== 'case-management'

/** Whose meeting it is: two countries, one, or all six. */
export function countriesOf(meeting: AnyMeeting): readonly CountryCode[] {
  if (!isConference(meeting)) return meeting.countries
  return meeting.country === null ? countryCodes : [meeting.country]
}

/** What a numbered meeting is called by, such as `som.5`; null where it has no number. */
export const numberKey = ({ series, number, country }: Pick<Conference, 'series' | 'number' | 'country'>) =>
  number === null ? null : [series, ...(country === null ? [] : [country]), number].join('.')
