import { beforeAll, expect, test } from 'vitest'
import { readProtectionRules } from '../../db/reference/protection-rules.ts'
import { loadLinearSolver } from '../../server/adapters/linear-programme.ts'
import type { Corridor, CountryCode } from '../../server/domain/kernel/country.ts'
import type { Instant } from '../../server/domain/kernel/instant.ts'
import { askedFor, figureTable } from '../../server/domain/reports/figures/figure-tables.ts'
import { periodDimension } from '../../server/domain/reports/figures/period.ts'
import type { LinearSolver } from '../../server/domain/reports/protection/linear-solver.ts'
import { protect } from '../../server/domain/reports/protection/protect.ts'
import type { ReleasableTable } from '../../server/domain/reports/protection/releasable-table.ts'
import type { Release } from '../../server/domain/reports/protection/releases.ts'
import { countedFact, fewDimensions } from '../support/counted-facts.ts'

let solver: LinearSolver
beforeAll(async () => {
  solver = await loadLinearSolver()
})

const ASKING: readonly CountryCode[] = ['CN', 'LA', 'MM', 'TH', 'VN']
const snapshot = '2026-12-31T00:00:00.000Z' as Instant
const period = { year: 2026, quarter: null }

/** What all tables of acknowledgements show: of the six countries, then of each corridor to Cambodia. */
function shown(few: number) {
  const facts = ASKING.map((requestingCountry, place) =>
    countedFact('acknowledgeRequest', requestingCountry === 'MM' ? few : 10 + place, {
      requestingCountry,
      countryOfReturn: 'KH',
      owedBy: 'KH',
      kept: true,
    }),
  )
  const earlier: Release[] = []
  const released = (corridor: Corridor | null): ReleasableTable => {
    const kind = corridor ? 'corridor-review' : 'som-progress'
    const tables = askedFor(fewDimensions, { kind, period, corridor }).map((asked) => {
      const own = facts.filter(
        ({ name, requestingCountry }) =>
          name === asked.query.name &&
          (!asked.query.corridor || requestingCountry === asked.query.corridor.requestingCountry),
      )
      return figureTable(asked, asked.query.corridor?.countryOfReturn === 'KH' || !corridor ? own : [], fewDimensions, {
        snapshot,
        period,
      })
    })
    const dimensions = [...Object.values(fewDimensions), periodDimension]
    const answer = protect({ audience: 'governments', dimensions, tables, earlier }, readProtectionRules(), solver)
    if (answer.kind === 'refused') throw new Error(JSON.stringify(answer))
    earlier.push(answer.release)
    return answer.tables.find(({ id }) => id.startsWith('acknowledged-in-time')) as ReleasableTable
  }
  const all = released(null).cells.find(({ where }) => where['owedBy'] === 'KH' && !where['inTime'])?.count
  const each = ASKING.map(
    (requestingCountry) =>
      released({ requestingCountry, countryOfReturn: 'KH' }).cells.find(({ where }) => !where['inTime'])?.count,
  )
  return { all, each }
}

// One to four are withheld; what all the others leave of the total of a country must not give them back.
test.each([1, 2, 3, 4])('%i of one corridor cannot be reckoned from the reviews of the others and the total', (few) => {
  const { all, each } = shown(few)
  expect(all).toBe(10 + 11 + few + 13 + 14)
  expect(each[ASKING.indexOf('MM')]).toBeNull()
  expect(each.filter((count) => count === null).length).toBeGreaterThan(1)
})
