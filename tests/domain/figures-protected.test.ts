import { beforeAll, expect, test } from 'vitest'
import { readProtectionRules } from '../../db/reference/protection-rules.ts'
import { loadLinearSolver } from '../../server/adapters/linear-programme.ts'
import type { Instant } from '../../server/domain/kernel/instant.ts'
import { periodDimension } from '../../server/domain/reports/figures/period.ts'
import type { LinearSolver } from '../../server/domain/reports/protection/linear-solver.ts'
import { protect } from '../../server/domain/reports/protection/protect.ts'
import type { Release } from '../../server/domain/reports/protection/releases.ts'
import { countedFact, fewDimensions as dimensions, tablesOf } from '../support/counted-facts.ts'

const rules = readProtectionRules()
let solver: LinearSolver
beforeAll(async () => {
  solver = await loadLinearSolver()
})

const sent = (count: number, from: 'TH' | 'CN' | 'VN') =>
  countedFact('sent', count, { requestingCountry: from, countryOfReturn: 'LA' })
const quarterFacts = [sent(40, 'TH'), sent(12, 'CN'), sent(2, 'VN')]
/** What the second quarter adds. */
const year = [...quarterFacts, sent(60, 'TH'), sent(3, 'CN')]

function released(milestone: typeof quarterFacts, quarter: number | null, earlier: readonly Release[] = []) {
  const tables = tablesOf({ milestone }, '2026-12-31T00:00:00.000Z' as Instant, { year: 2026, quarter })
  const all = [...Object.values(dimensions), periodDimension]
  const answer = protect({ audience: 'governments', dimensions: all, tables, earlier }, rules, solver)
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer))
  const [corridors] = answer.tables
  const shown = (requestingCountry?: string) =>
    corridors?.cells.find(
      ({ where }) => where['requestingCountry'] === requestingCountry && where['countryOfReturn'] === undefined,
    )?.count
  return { shown, release: answer.release }
}

test('two persons of one corridor are not shown, nor can they be reckoned from the total', () => {
  const { shown } = released(quarterFacts, 1)
  expect(shown('VN')).toBeNull()
  const withheld = ['TH', 'CN', undefined].filter((from) => shown(from) === null)
  expect(withheld.length).toBeGreaterThan(0)
})

test('a year gives nothing away of what its first quarter withheld, nor of the little that came after', () => {
  const first = released(quarterFacts, 1)
  const { shown } = released(year, null, [first.release])
  // 15 of the year less 12 of the quarter would be the three of the other quarters.
  expect([first.shown('CN'), shown('CN')]).toContain(null)
  expect(shown('VN')).toBeNull()
})
