import type { GivenFigure } from '../aggregates/aggregate.ts'
import type { SafeText } from '../confidentiality/safe-text.ts'
import type { Conference, MeetingList } from '../meetings/meeting.ts'
import type { AreaLine } from '../reports/report-entry.ts'
import type { CountryCode } from './country.ts'
import type { CaseId, Code, CrossingId, OfficeId, StepKey } from './ids.ts'
import type { Day, Instant } from './instant.ts'
import type { Wording } from './wording.ts'

/** What one input of an act may hold. The same description makes the check, the TypeScript type and the GraphQL input. */
export type FieldKind =
  | { readonly kind: 'code'; readonly list: string }
  | { readonly kind: 'codes'; readonly list: string; readonly atLeast: number; readonly atMost: number }
  | { readonly kind: 'choice'; readonly name: string; readonly of: readonly string[] }
  | { readonly kind: 'country' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'day'; readonly when: 'past' | 'any' }
  | { readonly kind: 'instant'; readonly when: 'past' | 'future' | 'any' }
  | { readonly kind: 'choices'; readonly name: string; readonly of: readonly string[] }
  | { readonly kind: 'countries' }
  | { readonly kind: 'areaLines' }
  | { readonly kind: 'id'; readonly of: NamedNoun }
  | { readonly kind: 'caseIds'; readonly atMost: number }
  | { readonly kind: 'counts' }
  | { readonly kind: 'questions' }
  | { readonly kind: 'answers' }
  | { readonly kind: 'agenda' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly isYear?: boolean }
  | { readonly kind: 'days' }
  | { readonly kind: 'step' }
  | { readonly kind: 'note' }
  | { readonly kind: 'form' }
  | { readonly kind: 'reference' }
  | { readonly kind: 'figures' }
  | { readonly kind: 'aggregateImports' }
  | { readonly kind: 'wording' }
  | { readonly kind: 'wordings'; readonly atMost: number }
  | { readonly kind: 'meetingList'; readonly of: MeetingList }

/** What an input can name. */
export type NamedNoun = 'Case' | 'Office' | 'Crossing' | 'Meeting' | 'Report'

declare const holds: unique symbol

export interface Field<T = unknown> {
  readonly type: FieldKind
  readonly required: boolean
  /** For the contract: units, formats, who may see it. */
  readonly description: string
  readonly [holds]?: T
}
export type Fields = Readonly<Record<string, Field>>
export type InputOf<F> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never }

const field = <T>(type: FieldKind, description: string): Field<T> => ({ type, required: true, description })

export const code = (list: string, description: string) => field<Code>({ kind: 'code', list }, description)
export const codes = (list: string, description: string, atLeast = 0, atMost = 20) =>
  field<readonly Code[]>({ kind: 'codes', list, atLeast, atMost }, description)
export const choice = <const T extends readonly string[]>(name: string, of: T, description: string) =>
  field<T[number]>({ kind: 'choice', name, of }, description)
/** Several of a closed list, none twice. */
export const choices = <const T extends readonly string[]>(name: string, of: T, description: string) =>
  field<readonly T[number][]>({ kind: 'choices', name, of }, description)
export const countries = (description: string) => field<readonly CountryCode[]>({ kind: 'countries' }, description)
export const country = (description: string) => field<CountryCode>({ kind: 'country' }, description)
export const flag = (description: string) => field<boolean>({ kind: 'flag' }, description)
export const day = (when: 'past' | 'any', description: string) => field<Day>({ kind: 'day', when }, description)
export const instant = (when: 'past' | 'future' | 'any', description: string) =>
  field<Instant>({ kind: 'instant', when }, description)
export const officeId = (description: string) => field<OfficeId>({ kind: 'id', of: 'Office' }, description)
export const meetingId = (description: string) => field<string>({ kind: 'id', of: 'Meeting' }, description)
export const reportId = (description: string) => field<string>({ kind: 'id', of: 'Report' }, description)
/** Lines of a country in the six areas of a report; each passes the guard. */
export const areaLines = (description: string) => field<readonly AreaLine[]>({ kind: 'areaLines' }, description)
export const crossingId = (description: string) => field<CrossingId>({ kind: 'id', of: 'Crossing' }, description)
export const caseId = (description: string) => field<CaseId>({ kind: 'id', of: 'Case' }, description)
export const caseIds = (description: string, atMost = 200) =>
  field<readonly CaseId[]>({ kind: 'caseIds', atMost }, description)
export const counts = (description: string) => field<Counts>({ kind: 'counts' }, description)
export const questions = (description: string) => field<readonly Code[]>({ kind: 'questions' }, description)
export const answers = (description: string) => field<readonly Answer[]>({ kind: 'answers' }, description)

export const agenda = (description: string) => field<readonly AgendaItem[]>({ kind: 'agenda' }, description)
export const number = (min: number, max: number, description: string) =>
  field<number>({ kind: 'number', min, max }, description)
export const year = (min: number, max: number, description: string) =>
  field<number>({ kind: 'number', min, max, isYear: true }, description)
export const days = (description: string) => field<readonly Day[]>({ kind: 'days' }, description)
export const stepKey = (description: string) => field<StepKey>({ kind: 'step' }, description)
/** Free text, always optional, always beside codes; it passes the guard and a second officer before it crosses. */
export const note = (description: string): Field<SafeText | null> =>
  optional(field<SafeText>({ kind: 'note' }, description))

/** Free text that must be there, about a country’s figures and about no person; it passes the guard. */
export const statement = (description: string): Field<SafeText> => field<SafeText>({ kind: 'note' }, description)

export const figures = (description: string) => field<readonly GivenFigure[]>({ kind: 'figures' }, description)
export const aggregateImports = (description: string) =>
  field<readonly string[]>({ kind: 'aggregateImports' }, description)

/** A statement in one language or several, about no person; each text passes the guard. */
export const wording = (description: string) => field<Wording>({ kind: 'wording' }, description)
export const wordings = (description: string, atMost: number) =>
  field<readonly Wording[]>({ kind: 'wordings', atMost }, description)
/** A list of a meeting whose entries have parts of their own (`meetings/check-meeting-list.ts`). */
export const meetingList = <L extends MeetingList>(of: L, description: string) =>
  field<Conference[L]>({ kind: 'meetingList', of }, description)

export const consentForm = (description: string) => field<Code>({ kind: 'form' }, description)
export const caseReference = (description: string) => field<string>({ kind: 'reference' }, description)

/** The same field, which may be left out. */
export const optional = <T>(one: Field<T>): Field<T | null> => ({ ...one, required: false }) as Field<T | null>

/** Persons on a list: six cells, always given, zero where none. */
export const countCells = ['adultFemale', 'adultMale', 'adultOther', 'minorFemale', 'minorMale', 'minorOther'] as const
export type Counts = Readonly<Record<(typeof countCells)[number], number>>

/** A case that a meeting took up, and what was decided about it. */
export interface AgendaItem {
  readonly caseId: CaseId
  readonly decision: Code
}

/** One typed answer; exactly one of the value fields is given, or `notKnown`. */
export interface Answer {
  readonly question: Code
  readonly notKnown?: boolean | null
  readonly yes?: boolean | null
  readonly count?: number | null
  readonly day?: Day | null
  readonly code?: Code | null
  readonly codes?: readonly Code[] | null
  readonly country?: CountryCode | null
}
