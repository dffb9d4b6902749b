import type { Period } from '../aggregates/period.ts'
import type { Corridor, CountryCode } from '../kernel/country.ts'
import type { Code, OfficeId, ProcedureId, StepKey } from '../kernel/ids.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Wording } from '../kernel/wording.ts'
import type { Conference } from '../meetings/meeting.ts'
import type { LimitUnit } from '../procedures/procedure.ts'
import type { FactKind } from '../statistics/fact.ts'
import type { FigureId } from './figures/figures-of.ts'
import type { Where } from './protection/cell.ts'
import type { Audience } from './protection/rules.ts'
import type { ReportKind } from './report-kinds.ts'

/** The six areas of 2007, in their order. Code list `report-area`. Source: domain.md 1.A.2. */
export const reportAreas = ['mechanisms', 'policies', 'capacity', 'law', 'recovery', 'cooperation'] as const
export type ReportArea = (typeof reportAreas)[number]

/** What is said of an area. */
export const areaParts = ['activities', 'results', 'nextPlan'] as const
export type AreaPart = (typeof areaParts)[number]

/** What a report is asked for; it never changes afterwards. */
export interface ReportParameters {
  readonly kind: ReportKind
  readonly period: Period
  /** Only of a corridor review, in which both directions are taken together. */
  readonly corridor: Corridor | null
  /** The meeting it is for; null where none was named. */
  readonly meeting: string | null
  readonly audience: Audience
}

/** Everything a report says, frozen: documents in every language and format are made of this and of nothing else. */
export interface ReportContent extends ReportParameters {
  readonly reference: string
  readonly fictitious: boolean
  /** cleared: by every country it is about. */
  readonly status: 'draft' | 'cleared' | 'published'
  readonly figures: Figures
  readonly conference: Conference | null
  /** The countries it is about, in the order of their codes; a country left out is not among them. */
  readonly countries: readonly CountryPart[]
  /** Countries whose part, and whose figures, are left out because they did not clear them. */
  readonly leftOut: readonly CountryCode[]
}

/** What one country says in the report. */
export interface CountryPart {
  readonly country: CountryCode
  /** In the order of `reportAreas`. */
  readonly areas: readonly AreaText[]
  readonly cleared: { readonly office: OfficeId; readonly at: Instant } | null
}

export interface AreaText {
  readonly area: ReportArea
  /** Drafted from data; the country may strike them out, and then they are not here. */
  readonly drafted: readonly DraftedLine[]
  readonly activities: readonly Wording[]
  readonly results: readonly Wording[]
  readonly nextPlan: readonly Wording[]
}

/** A sentence of the service itself: words in seven languages by its code, with these facts in it. */
export interface DraftedLine {
  readonly code: DraftedCode
  /** Which heading of the area it stands under. */
  readonly part: AreaPart
  /** Null: withheld or left out. */
  readonly count: number | null
  /** Code of an indicator, where the sentence is about one. */
  readonly indicator: Code | null
}
export const draftedCodes = [
  /** Offices of the country in the directory. */
  'offices',
  /** Meetings of its taskforce recorded in the period. */
  'taskforce-meetings',
  /** What the country itself reported; `indicator` says what. */
  'reported',
  /** Requests it sent, persons received, requests it accepted. */
  'requests-sent',
  'persons-received-abroad',
  'requests-accepted',
  'persons-received',
  /** Bilateral case management meetings in the period. */
  'case-meetings',
  /** Limits of procedures with it that both countries agreed on in this service. */
  'limits-agreed',
] as const
export type DraftedCode = (typeof draftedCodes)[number]

/** The figures of a report, frozen at one instant. */
export interface Figures {
  readonly snapshot: Instant
  /** Whether the period had ended at the snapshot. */
  readonly periodEnded: boolean
  /** By which rules numbers were withheld, as they stood then. */
  readonly rules: WithholdingRules
  readonly tables: readonly ReportTable[]
  readonly durations: readonly Duration[]
  readonly reported: readonly ReportedFigure[]
  /** Limits of the procedures it is about that no agreement states. */
  readonly assumedLimits: readonly AssumedLimit[]
}

/** In persons: a number below `threshold` is not shown, and what it may be is left open over `interval`. */
export interface WithholdingRules {
  readonly threshold: number
  readonly interval: number
  /** No source gives them. */
  readonly assumed: boolean
}

/** What was asked of the store: enough to ask the same again. */
export interface FigureQuery {
  readonly kind: FactKind | 'open-step'
  /** Milestone, act, branch; null: all of the kind. */
  readonly name: string | null
  readonly by: readonly string[]
  /** One direction of a corridor; null: all. */
  readonly corridor: Corridor | null
  /** YYYY-Qn, both included; of open steps those of the snapshot count, whatever the period. */
  readonly from: string
  readonly to: string
}

export interface ReportTable {
  /** Of one direction of a corridor `holds-by-reason-th-kh`, else as the figure. */
  readonly id: string
  readonly figure: FigureId
  readonly query: FigureQuery
  readonly snapshot: Instant
  /** Names of the dimensions; the categories of each in order, as the table shows them. */
  readonly dimensions: readonly { readonly name: string; readonly categories: readonly string[] }[]
  /** It could not be protected: but for what other tables show, none of its cells is shown, zeros neither. */
  readonly isWithheld?: true
  /** One for each combination and each margin: a dimension that `where` leaves out is summed over. */
  readonly cells: readonly ReportCell[]
}

export interface ReportCell {
  readonly where: Where
  /** Null: left out, to protect persons or because a country did not clear it. */
  readonly count: number | null
  readonly leftOut: 'protection' | 'clearance' | null
}

/** How long a step took: shown where the count it was measured on is shown. */
export interface Duration {
  /** Table that the n is a cell of, and which. */
  readonly table: string
  readonly where: Where
  /** The act that does the step. */
  readonly step: Code
  readonly owedBy: CountryCode
  /** One direction of a corridor; null: all. */
  readonly corridor: Corridor | null
  /** All null where the n is left out; days, nearest rank. */
  readonly n: number | null
  readonly median: number | null
  readonly percentile90: number | null
  /** Steps still open at the snapshot and not yet due, that are in no median; null: left out. */
  readonly notYetDue: number | null
}

/** A national figure, as the country reported it. */
export interface ReportedFigure {
  readonly country: CountryCode
  readonly indicator: Code
  readonly period: Period
  readonly corridor: Corridor | null
  readonly total: number
  readonly definition: string
  readonly coverage: string
  readonly source: string
  readonly sourceDay: Day
}

export interface AssumedLimit {
  readonly procedure: ProcedureId
  readonly version: number
  readonly step: StepKey
  readonly count: number
  readonly unit: LimitUnit
}
