import { type Corridor, countryCodes } from '../../server/domain/kernel/country.ts'
import type { DraftedLine, ReportContent } from '../../server/domain/reports/report.ts'
import { everyDirection } from './told-facts.ts'

/** Directions whose cases a number counts, each once. */
type Sum = readonly Corridor[]

/**
 * Every number that a report shows, as the sum of the cases of some directions: in the world of these tests whoever was sent was
 * also acknowledged, verified, accepted and received, in time, and all of them were alike (told-facts.ts).
 */
export function sumsShown({ figures, countries }: ReportContent): readonly Sum[] {
  const cells = figures.tables.flatMap(({ cells: all }) =>
    all.flatMap(({ where, count }) => (count ? [directionsIn(where)] : [])),
  )
  const measured = figures.durations.flatMap(({ n, where, owedBy }) =>
    n === null ? [] : [directionsIn({ ...where, owedBy })],
  )
  const told = countries.flatMap(({ country, areas }) =>
    areas.flatMap(({ drafted }) =>
      drafted.flatMap(({ code, count }) => (count && SIDES[code] ? [directionsIn({ [SIDES[code]]: country })] : [])),
    ),
  )
  return [...cells, ...measured, ...told]
}

/** Sentences that count cases, and on which side of them the country is. */
const SIDES: Partial<Record<DraftedLine['code'], keyof Corridor>> = {
  'requests-sent': 'requestingCountry',
  'persons-received-abroad': 'requestingCountry',
  'requests-accepted': 'countryOfReturn',
  'persons-received': 'countryOfReturn',
}

/** Who is watched owes the step as the country of return. */
const directionsIn = (where: Readonly<Record<string, string>>): Sum =>
  everyDirection.filter(
    ({ requestingCountry, countryOfReturn }) =>
      (where['requestingCountry'] ?? requestingCountry) === requestingCountry &&
      (where['countryOfReturn'] ?? countryOfReturn) === countryOfReturn &&
      (where['owedBy'] ?? countryOfReturn) === countryOfReturn,
  )

/** Whether a sum follows from others by adding and taking away: row echelon over a prime field, exact. */
export function canBeReckoned(wanted: Sum, from: readonly Sum[]): boolean {
  const echelon = new Map<number, readonly number[]>()
  for (const sum of from) {
    const rest = reduced(rowOf(sum), echelon)
    const lead = rest.findIndex((one) => one !== 0)
    if (lead >= 0) echelon.set(lead, scaled(rest, inverse(rest[lead] ?? 0)))
  }
  return reduced(rowOf(wanted), echelon).every((one) => one === 0)
}

const PRIME = 32_749
const rowOf = (sum: Sum): readonly number[] => everyDirection.map((one) => (sum.includes(one) ? 1 : 0))
const scaled = (row: readonly number[], by: number) => row.map((one) => (one * by) % PRIME)

function reduced(row: readonly number[], echelon: ReadonlyMap<number, readonly number[]>): readonly number[] {
  let rest = row
  for (let lead = 0; lead < rest.length; lead += 1) {
    const factor = rest[lead] ?? 0
    const own = echelon.get(lead)
    if (factor !== 0 && own) rest = rest.map((one, at) => (one + (PRIME - factor) * (own[at] ?? 0)) % PRIME)
  }
  return rest
}

/** By Fermat. */
function inverse(value: number): number {
  let [result, base] = [1, value]
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME
    base = (base * base) % PRIME
  }
  return result
}

/** What nobody may reckon who is not shown it: each direction of a country, and what it sent and received in all. */
export const ownSums = (country: string): readonly Sum[] => {
  const own = everyDirection.filter((one) => Object.values(one).includes(country))
  return [
    ...own.map((one) => [one]),
    own.filter(({ requestingCountry }) => requestingCountry === country),
    own.filter(({ countryOfReturn }) => countryOfReturn === country),
    own,
    everyDirection,
    ...countryCodes
      .filter((one) => one !== country)
      .map((one) => own.filter((sum) => Object.values(sum).includes(one))),
  ]
}
