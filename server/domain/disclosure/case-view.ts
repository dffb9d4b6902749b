import type { Act } from '../cases/case-file.ts'
import type { CaseHandover, Dispute, Hold, Profile, Round, StopKind } from '../cases/case-state.ts'
import type { Role } from '../cases/roles.ts'
import type { Stage } from '../cases/stage.ts'
import type { Deadline } from '../deadlines/deadline.ts'
import type { Level } from '../deadlines/ladder.ts'
import type { Brand } from '../kernel/brand.ts'
import type { Corridor, CountryCode, Side } from '../kernel/country.ts'
import type { CaseId, Code, HandoverId, JournalId, OfficeId, StepKey } from '../kernel/ids.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Problem } from '../kernel/problem.ts'
import type { ActionName } from '../procedures/action-names.ts'
import type { FreeAct, Procedure, Route, Step } from '../procedures/procedure.ts'
import type { StepStatus } from '../procedures/steps.ts'
import type { KnownTo } from '../retention/certificate.ts'
import type { ConsentVersion } from './consents-view.ts'
import type { NoteView } from './note-view.ts'

/** A step as the reader may see it. */
export interface StepView {
  readonly step: Step
  readonly status: StepStatus
  readonly side: Side
  readonly country: CountryCode
  /** Who owes it first; null for a post before a crossing is named. */
  readonly office: OfficeId | null
  readonly waitsFor: readonly StepKey[]
  readonly openedAt: Instant | null
  readonly doneAt: Instant | null
  /** Null where none was given, or where it belongs to the other side. */
  readonly result: Code | null
  readonly deadline: Deadline | null
  /** How high an overdue step has come; null while it is not overdue. */
  readonly escalation: Level | null
}

/** An act as the reader may see it: which office, never which officer. */
export interface ActView {
  readonly journal: JournalId
  readonly action: ActionName
  readonly step: StepKey | null
  readonly office: OfficeId
  readonly country: CountryCode
  readonly role: Role
  readonly at: Instant
  readonly result: Code | null
  /** Codes and days as recorded; null where they belong to the other side. */
  readonly record: Act['record'] | null
  readonly handover: HandoverId | null
}

/** Something the reader's own role could do, or what is missing for it. */
export interface PossibleAct {
  readonly action: ActionName
  readonly step: Step | null
  readonly free: FreeAct | null
  readonly allowed: boolean
  readonly obstacle: Problem | null
}

interface CaseShape extends Corridor {
  readonly id: CaseId
  readonly reference: string
  readonly version: number
  readonly route: Route
  readonly stage: Stage
  readonly child: boolean
  readonly procedure: Procedure
  readonly profile: Profile
  readonly consent: ConsentView | null
  readonly consents: readonly ConsentVersion[]
  /** What was sent, as it was then: the profile, and of the consent what is read as `consent` is; null before the sending. */
  readonly sent: SentView | null
  readonly sentAt: Instant | null
  readonly stopped: StopKind | null
  readonly hold: Hold | null
  readonly handover: CaseHandover | null
  readonly missingSince: Instant | null
  readonly round: Round | null
  readonly disputes: readonly Dispute[]
  readonly notes: readonly NoteView[]
  /** The gate decides again whether the reader may see that case. */
  readonly linkedPrevious: CaseId | null
  readonly mySide: Side
  /** The office that is the focal agency of a side in this case. */
  readonly focalOf: (side: Side) => OfficeId | null
  readonly steps: readonly StepView[]
  /** One step alone, without looking at the others. */
  readonly step: (key: StepKey) => StepView | null
  readonly acts: readonly ActView[]
  /** Steps that each act opened, as far as the reader sees them. */
  readonly opened: ReadonlyMap<JournalId, readonly StepKey[]>
  readonly possible: readonly PossibleAct[]
  /** For the log of readings alone, never shown: which countries know of the case, and who first owes what is open. */
  readonly knownTo: KnownTo
  readonly openOwners: readonly { readonly country: CountryCode; readonly role: Role }[]
}

export interface ConsentView {
  readonly share: Code
  readonly return: Code
  readonly traceFamily: Code
  readonly followUp: Code
  readonly statistics: Code | null
  readonly guardian: Code | null
  readonly childView: Code | null
  readonly language: Code | null
  readonly interpreter: Code | null
  readonly givenOn: Day | null
  readonly form: Code | null
  readonly readIn: Code | null
  /** Null: not stated. */
  readonly leafletGiven: boolean | null
}

/** The request as it went out: what changed afterwards is not in it. */
export interface SentView {
  readonly profile: Profile
  readonly consent: ConsentView | null
}

/** A case as one reader may see it. Only see-case.ts can make one; a resolver that returns anything else does not compile. */
export type CaseView = Brand<CaseShape, 'CaseView'>
export type { CaseShape }
