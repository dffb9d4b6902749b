import type { ConsentForm, RightsLeaflet } from './cases/consent-form.ts'
import type { Role } from './cases/roles.ts'
import type { Calendar } from './deadlines/calendar.ts'
import type { Ladder } from './deadlines/ladder.ts'
import type { OpeningHours } from './directory/opening-hours.ts'
import type { Corridor, CountryCode } from './kernel/country.ts'
import type { Code, CrossingId, InstrumentId, OfficeId, ProcedureId } from './kernel/ids.ts'
import type { Day } from './kernel/instant.ts'
import type { Basis, Label, Language } from './kernel/language.ts'
import type { GuardProvision } from './procedures/guard-basis.ts'
import type { GuardName } from './procedures/guard-names.ts'
import type { Procedure } from './procedures/procedure.ts'
import type { Registered } from './registers/register.ts'
import type { RulesByAudience } from './reports/protection/rules.ts'
import type { ReportFileRules, RetentionRules } from './retention/rules.ts'

export interface Country {
  readonly code: CountryCode
  readonly label: Label
  readonly languages: readonly Language[]
  readonly zone: string
  readonly offsetMinutes: number
  readonly calendars: readonly string[]
  readonly digits: readonly string[]
  readonly weekend: readonly number[]
  readonly basis: Readonly<Record<string, Basis>>
}

export interface Office {
  readonly id: OfficeId
  readonly country: CountryCode | null
  readonly kind: string
  readonly label: Label
  readonly ownName: Readonly<Partial<Record<Language, string>>> | null
  readonly roles: readonly Role[]
  /** Roles for which it is the office of its country until a focal agency assigns another. */
  readonly competent: readonly Role[]
  readonly district: Label | null
  readonly hours?: OpeningHours | null | undefined
  readonly basis: Basis
}

export interface Crossing {
  readonly id: CrossingId
  readonly pair: readonly [CountryCode, CountryCode]
  readonly kind: string
  readonly posts: Readonly<Partial<Record<CountryCode, OfficeId>>>
  readonly label: Label
  readonly handover: { readonly permitted: boolean; readonly basis: Basis }
  readonly basis: Basis
}

export interface CodeEntry {
  readonly code: Code
  readonly label: Label
  readonly basis: Basis
  /** Last day on which it may be chosen; old records keep their meaning. */
  readonly until?: Day | undefined
  readonly minor?: boolean | undefined
  /** The value of the same field in HTCDS 2.0 (IOM), where that has one. */
  readonly htcds?: string | undefined
}

export interface CodeList {
  readonly list: string
  readonly version: number
  readonly from: Day
  readonly label: Label
  readonly basis: Basis
  readonly codes: readonly CodeEntry[]
}

export type AnswerKind = 'boolean' | 'count' | 'day' | 'code' | 'codes' | 'country'

export interface Question {
  readonly code: Code
  readonly label: Label
  readonly topic: string
  readonly answer: {
    readonly type: AnswerKind
    readonly list?: string | undefined
    readonly min?: number | undefined
    readonly max?: number | undefined
  }
  readonly basis: Basis
}

export interface Claim {
  readonly what: string
  readonly value: string
  readonly clause?: string | undefined
  readonly basis: Basis
  /** Positions of other claims of the same instrument that say otherwise. */
  readonly conflictsWith?: readonly number[] | undefined
}

export interface Instrument {
  readonly id: InstrumentId
  readonly version: number
  readonly kind: string
  readonly parties: readonly CountryCode[]
  readonly label: Label
  readonly officialTitle: Readonly<Record<string, string>>
  readonly status: string
  readonly parent: InstrumentId | null
  readonly supersedes: InstrumentId | null
  readonly agencies: readonly OfficeId[]
  readonly authenticLanguages: readonly string[] | null
  readonly claims: readonly Claim[]
}

/** Reference data as one value: read into memory once, replaced whole when it changes. */
export interface World {
  readonly countries: ReadonlyMap<CountryCode, Country>
  readonly calendars: ReadonlyMap<CountryCode, Calendar>
  readonly offices: ReadonlyMap<OfficeId, Office>
  readonly crossings: ReadonlyMap<CrossingId, Crossing>
  readonly codeLists: ReadonlyMap<string, CodeList>
  readonly codes: ReadonlyMap<string, ReadonlyMap<Code, CodeEntry>>
  readonly questions: ReadonlyMap<Code, Question>
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>
  /** Every version, newest last. */
  readonly procedures: ReadonlyMap<ProcedureId, readonly Procedure[]>
  readonly consentForms: ReadonlyMap<Code, ConsentForm>
  readonly leaflets: ReadonlyMap<Code, RightsLeaflet>
  readonly delegations: readonly Registered<'delegation'>[]
  readonly limitProposals: ReadonlyMap<string, Registered<'limit'>>
  /** By `<country>-<year>`: already part of the calendars; here to know its version. */
  readonly holidayTables: ReadonlyMap<string, Registered<'holidays'>>
  readonly ladder: Ladder
  readonly guardBasis: ReadonlyMap<GuardName, readonly GuardProvision[]>
  readonly retention: ReadonlyMap<CountryCode, RetentionRules>
  readonly reportFiles: ReportFileRules
  /** Disclosure control of what is counted, by who reads it. */
  readonly protection: RulesByAudience
  /** The office that plays a role in its country until another is assigned. */
  readonly competent: ReadonlyMap<CountryCode, ReadonlyMap<Role, OfficeId>>
}

export function calendarOf(world: World, country: CountryCode): Calendar {
  const calendar = world.calendars.get(country)
  if (!calendar) throw new Error(`no calendar for ${country}`)
  return calendar
}

/** The newest procedure of the corridor's own instrument, else the fallback that serves any pair. */
export function procedureFor(world: World, corridor: Corridor): Procedure | null {
  const newest = [...world.procedures.values()].flatMap((versions) => versions.slice(-1))
  const own = newest.filter(
    ({ pairs }) =>
      pairs !== 'any' &&
      pairs.some(([from, to]) => from === corridor.requestingCountry && to === corridor.countryOfReturn),
  )
  return own.at(-1) ?? newest.find(({ pairs }) => pairs === 'any') ?? null
}

export const pinned = (world: World, id: ProcedureId, version: number): Procedure | null =>
  world.procedures.get(id)?.find((procedure) => procedure.version === version) ?? null
