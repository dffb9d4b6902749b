import type { Stop } from '../deadlines/stops.ts'
import type { CountryCode } from '../kernel/country.ts'
import type { InputOf } from '../kernel/fields.ts'
import type { Code, CrossingId, HandoverId, OfficeId, PersonId, StepKey } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Act } from './case-file.ts'
import type { consentFields, profileFields } from './inputs.ts'
import type { Role } from './roles.ts'

export type Profile = InputOf<typeof profileFields>
export type Consent = InputOf<typeof consentFields>

/** Why the case goes no further. `not-proceeding` says no more than that, by design. */
export type StopKind = 'refused' | 'withdrawn' | 'not-proceeding'

/** One return for information that still waits for its answer. */
export interface Round {
  readonly number: number
  readonly reason: Code
  readonly questions: readonly Code[]
  readonly askedAt: Instant
}

/** Why the case waits, since when, and which country said so: that one lifts it. */
export interface Hold {
  readonly reason: Code
  readonly since: Instant
  readonly country: CountryCode
}

/** The handover the case is on, as far as the case needs to know. */
export interface CaseHandover {
  readonly id: HandoverId
  readonly crossing: CrossingId
  readonly at: Instant
}

/** What the acts amount to: a fold over them, in their order (replay.ts). */
export interface CaseState {
  readonly profile: Profile
  readonly child: boolean
  readonly consent: Consent | null
  /** Persons who wrote the request: none of them may review it. */
  readonly authors: ReadonlySet<PersonId>
  readonly sentAt: Instant | null
  readonly round: Round | null
  readonly roundsUsed: number
  /** Times in which the country of return waited for an answer: its clock stood still. */
  readonly stops: readonly Stop[]
  /** Times on hold: every clock stood still. */
  readonly holds: readonly Stop[]
  readonly hold: Hold | null
  readonly stopped: { readonly kind: StopKind; readonly at: Instant } | null
  /** The last result of each act that has one. */
  readonly results: ReadonlyMap<Act['action'], Code>
  readonly handover: CaseHandover | null
  readonly assigned: readonly { readonly country: CountryCode; readonly role: Role; readonly office: OfficeId }[]
  /** Not received although on the list: open until a reception is confirmed. */
  readonly missingSince: Instant | null
  /** The act that completed each step that is done. */
  readonly done: ReadonlyMap<StepKey, Act>
  /** Since when each open step is open. */
  readonly opened: ReadonlyMap<StepKey, Instant>
}
