import type { DemoWorld } from './demo-world.ts'

// What a focal agency reads of the deadlines of its cases, and of the calendars they are reckoned by.

export const languages = ['en', 'km', 'lo', 'my', 'th', 'vi', 'zh'] as const
type Language = (typeof languages)[number]

interface SpecialDay {
  readonly day: string
  readonly names: Readonly<Record<Language, string>>
  readonly basis: { readonly status: string }
}
export interface Country {
  readonly code: string
  readonly zone: string
  readonly offsetMinutes: number
  readonly weekend: readonly number[]
  readonly holidays: readonly SpecialDay[]
  readonly makeUpDays: readonly SpecialDay[]
}
export interface Deadline {
  readonly country: { readonly code: string }
  readonly zone: string
  readonly unit: 'WORKING_DAYS' | 'DAYS' | 'HOURS' | 'MONTHS'
  readonly count: number
  readonly openedAt: string
  readonly dayZero: string
  readonly dueDay: string | null
  readonly dueAt: string | null
  readonly amberAt: string | null
  readonly state: 'ON_TIME' | 'AMBER' | 'RED' | 'STOPPED'
  readonly remaining: number | null
  readonly assumed: boolean
  readonly basis: { readonly status: 'SOURCED' | 'ASSUMED' | 'AGREED'; readonly source: string }
  readonly days: readonly { readonly day: string; readonly reason: string; readonly number: number | null }[]
  readonly explanations: Readonly<Record<Language, readonly string[]>>
}
export interface Step {
  readonly key: string
  readonly action: string
  readonly side: 'REQUESTING' | 'RETURN'
  readonly country: { readonly code: string }
  readonly openedAt: string
  readonly escalation: number | null
  readonly deadline: Deadline | null
}
export interface Case {
  readonly id: string
  readonly stage: string
  readonly route: string
  readonly stopped: string | null
  readonly child: boolean
  readonly requestingCountry: { readonly code: string }
  readonly countryOfReturn: { readonly code: string }
  readonly hold: { readonly since: string } | null
  readonly handover: { readonly at: string } | null
  readonly questions: readonly { readonly askedAt: string; readonly answeredAt: string | null }[]
  readonly journal: readonly { readonly at: string; readonly action: string; readonly result: string | null }[]
  readonly procedure: { readonly id: string }
  readonly steps: readonly (Step & { readonly status: string })[]
}
interface Limit {
  readonly count: number
  readonly childCount?: number | null
  readonly unit: string
}
export interface ProcedureStep {
  readonly key: string
  readonly limit: (Limit & { readonly beforeHandover: boolean }) | null
  readonly every: Limit | null
}

const inEveryLanguage = (field: string) => languages.map((one) => `${one}: ${field}(language: ${one})`).join(' ')

const CASES = `query ($after: String) { list: cases(first: 50, after: $after) { pageInfo { hasNextPage endCursor } nodes {
  id stage route stopped child requestingCountry { code } countryOfReturn { code } hold { since } handover { at }
  questions { askedAt answeredAt } journal { at action result } procedure { id }
  steps { key action status side country { code } openedAt escalation deadline {
    country { code } zone unit count openedAt dayZero dueDay dueAt amberAt state remaining assumed basis { status source }
    days { day reason number } ${inEveryLanguage('explanation')} } } } } }`

const PROCEDURES = `query ($after: String) { list: procedures(first: 50, after: $after) { pageInfo { hasNextPage endCursor }
  nodes { id steps { key limit { count childCount unit beforeHandover } every { count unit } } } } }`

const specialDays = (field: string, year: number) =>
  `${field}(year: ${year}) { day basis { status } ${inEveryLanguage('name')} }`
const COUNTRIES = `{ countries { code zone offsetMinutes weekend
  ${[2025, 2026, 2027].map((year) => `h${year}: ${specialDays('publicHolidays', year)} m${year}: ${specialDays('makeUpWorkingDays', year)}`).join(' ')} } }`

type Asked<T> = T & Readonly<Record<string, unknown>>

const byLanguage = <T>(answer: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(languages.map((language) => [language, answer[language]])) as Readonly<Record<Language, T>>

/** Every case that the focal agency of a country sees. */
export async function casesOf(world: DemoWorld, country: string): Promise<readonly Case[]> {
  const cases = await world.everyNode<Case>(`${country.toLowerCase()}-focal`, CASES)
  return cases.map((one) => ({
    ...one,
    steps: one.steps.map((step) => ({
      ...step,
      deadline: step.deadline && { ...step.deadline, explanations: byLanguage(step.deadline as Asked<Deadline>) },
    })),
  }))
}

export async function countriesOf(world: DemoWorld): Promise<ReadonlyMap<string, Country>> {
  const { countries } = await world.ask<{ countries: readonly Asked<Country>[] }>('secretariat', COUNTRIES)
  const days = (country: Asked<Country>, letter: string) =>
    [2025, 2026, 2027].flatMap((year) =>
      (country[`${letter}${year}`] as Asked<SpecialDay>[]).map((one) => ({ ...one, names: byLanguage<string>(one) })),
    )
  return new Map(
    countries.map((one) => [one.code, { ...one, holidays: days(one, 'h'), makeUpDays: days(one, 'm') } as Country]),
  )
}

export async function procedureSteps(world: DemoWorld): Promise<ReadonlyMap<string, ProcedureStep>> {
  const procedures = await world.everyNode<{ id: string; steps: ProcedureStep[] }>('secretariat', PROCEDURES)
  return new Map(procedures.flatMap(({ id, steps }) => steps.map((step) => [`${id} ${step.key}`, step] as const)))
}
