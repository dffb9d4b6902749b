import { plusDays, weekdayOf } from './days.ts'
import type { Now } from './scene.ts'

// What officers of the stories look up before they enter something.

interface Crossings {
  readonly crossings: { readonly nodes: readonly { readonly id: string; readonly posts: readonly Office[] }[] }
}
interface Office {
  readonly id: string
  readonly country: { readonly code: string }
}
const CROSSINGS = `query ($between: [CountryCode!]) {
  crossings(between: $between, first: 1) { nodes { id posts { id country { code } } } } }`

const mainCrossing = async ({ ask }: Pick<Now, 'ask'>, one: string, other: string) =>
  (await ask<Crossings>(CROSSINGS, { between: [one, other] })).crossings.nodes[0]

/** Where two countries hand over first of all. */
export const crossingOf = async (now: Pick<Now, 'ask' | 'requestingCountry' | 'countryOfReturn'>) =>
  (await mainCrossing(now, now.requestingCountry, now.countryOfReturn))?.id

/** The post of Lao PDR at the main crossing with another country. */
export const laoPost = async (now: Now, other: string) =>
  (await mainCrossing(now, 'LA', other))?.posts.find(({ country }) => country.code === 'LA')?.id

interface Offices {
  readonly offices: { readonly nodes: readonly { readonly id: string; readonly code: string }[] }
}

/** An office of the own country by its code. */
export async function officeOf({ ask }: Now, code: string): Promise<string | undefined> {
  const country = code.slice(0, 2).toUpperCase()
  const { offices } = await ask<Offices>(
    'query ($country: CountryCode) { offices(country: $country, first: 100) { nodes { id code } } }',
    { country },
  )
  return offices.nodes.find((one) => one.code === code)?.id
}

interface Reported {
  readonly aggregates: { readonly nodes: readonly { readonly import: { readonly id: string } }[] }
}

/** Last year's figures of a country, in place of those that it reported: the walkthrough may be played again. */
export async function lastYearsFigures({ ask, day }: Now, country: string): Promise<Readonly<Record<string, unknown>>> {
  const year = Number(day.slice(0, 4)) - 1
  const { aggregates } = await ask<Reported>(
    'query ($country: CountryCode, $year: Int) { aggregates(country: $country, year: $year, first: 100) { nodes { import { id } } } }',
    { country, year },
  )
  const text = (words: string) => ({ text: `Fictitious. ${words}` })
  return {
    definition: text('Counts persons identified, each once.'),
    coverage: text('The whole country.'),
    source: text('Annual report of the demonstration.'),
    sourceDay: day,
    figures: [{ year, indicator: 'identified', total: 87 }],
    replaces: [...new Set(aggregates.nodes.map((one) => one.import.id))],
  }
}

interface Limits {
  readonly case: {
    readonly procedure: { readonly steps: readonly { readonly key: string; readonly limit: Limit | null }[] }
  }
}
interface Limit {
  readonly count: number
}
const LIMITS = 'query ($id: ID!) { case(id: $id) { procedure { steps { key limit { count } } } } }'

/** Twenty days, or 25 where it is 20 already: the walkthrough may be played again. */
export async function anotherLimit({ ask, id }: Now, step: string): Promise<number> {
  const { procedure } = (await ask<Limits>(LIMITS, { id: id() })).case
  return procedure.steps.find(({ key }) => key === step)?.limit?.count === 20 ? 25 : 20
}

interface Calendars {
  readonly countries: readonly Calendar[]
}
interface Calendar {
  readonly code: string
  readonly weekend: readonly number[]
  readonly publicHolidays: readonly { readonly day: string }[]
  readonly makeUpWorkingDays: readonly { readonly day: string }[]
}
const CALENDARS = `query ($year: Int!) { countries {
  code weekend publicHolidays(year: $year) { day } makeUpWorkingDays(year: $year) { day } } }`

/** The table of the year as it is, and the next working day off as well. */
export async function oneDayMore({ ask, day, countryOfReturn }: Now) {
  for (let next = plusDays(day, 1); ; next = plusDays(next, 1)) {
    const year = Number(next.slice(0, 4))
    const { countries } = await ask<Calendars>(CALENDARS, { year })
    const own = countries.find(({ code }) => code === countryOfReturn)
    const holidays = own?.publicHolidays.map((one) => one.day) ?? []
    const makeUpDays = own?.makeUpWorkingDays.map((one) => one.day) ?? []
    if (own?.weekend.includes(weekdayOf(next)) || holidays.includes(next)) continue
    return { year, holidays: [...holidays, next], makeUpDays }
  }
}
