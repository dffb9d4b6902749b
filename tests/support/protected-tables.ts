import { readProtectionRules } from '../../db/reference/protection-rules.ts'
import { loadLinearSolver } from '../../server/adapters/linear-programme.ts'
import type { Where } from '../../server/domain/reports/protection/cell.ts'
import type { CountTable, Dimension, Measure } from '../../server/domain/reports/protection/count-table.ts'
import { type Protected, protect, type Request } from '../../server/domain/reports/protection/protect.ts'
import type { Release } from '../../server/domain/reports/protection/releases.ts'

const rules = readProtectionRules()
const solver = await loadLinearSolver()

export const persons: Measure = { name: 'requests', of: 'persons', cumulative: false }
const someDimensions: readonly Dimension[] = [
  { name: 'from', categories: ['KH', 'LA', 'MM'], sensitive: false },
  { name: 'owedBy', categories: ['KH', 'LA', 'MM'], sensitive: false },
  { name: 'sex', categories: ['female', 'male'], sensitive: false },
  { name: 'answered', categories: ['yes', 'no'], sensitive: false },
  { name: 'period', categories: ['2026'], within: { '2026-Q1': '2026', '2026-Q2': '2026' }, sensitive: false },
  { name: 'exploitation', categories: ['begging', 'fishing'], overlapping: true, sensitive: true },
  { name: 'result', categories: ['confirmed', 'not'], sensitive: true },
]

export const at = { measure: persons, snapshot: '2026-11-01' }
export const table = (
  id: string,
  names: readonly string[],
  cells: readonly (readonly [Where, number])[],
): CountTable => ({
  id,
  ...at,
  dimensions: names,
  cells: cells.map(([where, count]) => ({ where, count })),
})
export const byFrom = (...[kh, la, mm]: readonly [number, number, number]): CountTable =>
  table(
    'by-from',
    ['from'],
    [
      [{}, kh + la + mm],
      [{ from: 'KH' }, kh],
      [{ from: 'LA' }, la],
      [{ from: 'MM' }, mm],
    ],
  )

export const ask = (tables: readonly CountTable[], more: Partial<Request> = {}): Protected =>
  protect({ audience: 'governments', dimensions: someDimensions, tables, earlier: [], ...more }, rules, solver)

/** The counts of a table in the order of its cells; null is withheld. */
export function shown(answer: Protected, position = 0): readonly (number | null)[] {
  if (answer.kind === 'refused') throw new Error(`refused: ${JSON.stringify(answer)}`)
  return (answer.tables[position]?.cells ?? []).map(({ count }) => count)
}
export function releaseOf(answer: Protected): Release {
  if (answer.kind === 'refused') throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer.release
}
