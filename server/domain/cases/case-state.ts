import type { SafeText } from '../confidentiality/safe-text.ts'
import type { Stop } from '../deadlines/stops.ts'
import type { CountryCode, Side } from '../kernel/country.ts'
import type { InputOf } from '../kernel/fields.ts'
import type { CaseId, Code, CrossingId, HandoverId, JournalId, OfficeId, PersonId, StepKey } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Route } from '../procedures/procedure.ts'
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

/** What the two countries see differently about a case; it does not hold up anything but the closure. */
export interface Dispute {
  readonly subject: Code
  readonly country: CountryCode
  readonly openedAt: Instant
  readonly settledAt: Instant | null
  readonly outcome: Code | null
}

/** Something that needs both countries, and that one of them has said. */
interface Proposal {
  readonly country: CountryCode
  readonly side: Side
  /** What was proposed, as text that is equal only for equal proposals. */
  readonly what: string
}

/** Free text that an act carried. It crosses only when another officer of its side has approved it. */
export interface Note {
  readonly journal: JournalId
  readonly seq: number
  readonly action: Act['action']
  readonly text: SafeText
  readonly side: Side
  readonly office: OfficeId
  readonly country: CountryCode
  readonly author: PersonId
  readonly at: Instant
  readonly status: NoteStatus
  readonly reviewedAt: Instant | null
}
/** `returned`: it stays at home for good. */
export type NoteStatus = 'waiting' | 'approved' | 'returned'

/** What the acts amount to: a fold over them, in their order (replay.ts). */
export interface CaseState {
  /** Null before the first act. */
  readonly route: Route | null
  readonly profile: Profile
  readonly child: boolean
  readonly consent: Consent | null
  /** Persons who wrote the request: none of them may review it. */
  readonly authors: ReadonlySet<PersonId>
  /** Since when the other country knows of the case; null again when it was forwarded and not sent anew. */
  readonly sentAt: Instant | null
  /** The act that sent it; what came before belongs to the country that wrote it. */
  readonly sentSeq: number
  readonly round: Round | null
  readonly roundsUsed: number
  /** Rounds since the focal agencies last met about the case. */
  readonly roundsSinceMeeting: number
  /** How many times another day was set since the focal agencies last met about the case. */
  readonly otherDays: number
  /** Times in which the country of return waited for an answer: its clock stood still. */
  readonly stops: readonly Stop[]
  /** Times on hold: every clock stood still. */
  readonly holds: readonly Stop[]
  readonly hold: Hold | null
  readonly stopped: { readonly kind: StopKind; readonly at: Instant } | null
  /** The last result of each act that has one. */
  readonly results: ReadonlyMap<Act['action'], Code>
  /** The closure was proposed: what was left to do is no longer owed. */
  readonly closing: boolean
  readonly handover: CaseHandover | null
  /** What became of the proposed or agreed meeting, where it needs an answer. */
  readonly meeting: 'counterproposed' | 'not-held' | null
  /** Kind of place where the person is to be received, from the acceptance on. */
  readonly receptionPlace: Code | null
  /** Contact was lost, or the person wishes no more visits. */
  readonly followUpEnded: boolean
  readonly disputes: readonly Dispute[]
  /** The oldest first. */
  readonly notes: readonly Note[]
  readonly proposals: ReadonlyMap<Act['action'], Proposal>
  /** The earlier case of the same person, once both focal agencies have said so. */
  readonly linkedPrevious: CaseId | null
  readonly reviewUsed: boolean
  readonly assigned: readonly { readonly country: CountryCode; readonly role: Role; readonly office: OfficeId }[]
  /** Not received although on the list: open until a reception is confirmed. */
  readonly missingSince: Instant | null
  /** The act that completed each step that is done. */
  readonly done: ReadonlyMap<StepKey, Act>
  /** Since when each open step is open. */
  readonly opened: ReadonlyMap<StepKey, Instant>
}

/** The side that opened the case, and that alone knows of it until it is sent. */
export const authorSide = ({ route }: Pick<CaseState, 'route'>): Side =>
  route === 'unannounced' ? 'return' : 'requesting'
