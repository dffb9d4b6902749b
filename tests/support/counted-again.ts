import { factCounts } from '../../db/fact-counts.ts'
import { openStepCounts } from '../../db/open-step-counts.ts'
import type { Instant } from '../../server/domain/kernel/instant.ts'
import type { CountedFact, FactColumn } from '../../server/domain/reports/figures/counted-fact.ts'
import type { OpenCount } from '../../server/domain/reports/figures/open-steps.ts'
import type { Where } from '../../server/domain/reports/protection/cell.ts'
import type { FigureQuery } from '../../server/domain/reports/report.ts'
import { watchedAmong } from '../../server/services/reports/watched-steps.ts'
import type { Service } from '../../server/services/service.ts'

/** What of a fact says its category in a dimension. */
const COLUMNS: Readonly<Record<string, FactColumn>> = {
  requestingCountry: 'requestingCountry',
  countryOfReturn: 'countryOfReturn',
  owedBy: 'owedBy',
  sex: 'sex',
  age: 'ageBand',
  exploitation: 'exploitation',
  sector: 'sector',
  holdReason: 'reason',
  refusalReason: 'reason',
  disputeSubject: 'reason',
  service: 'name',
  inTime: 'kept',
}
const columnOf = (dimension: string): FactColumn => {
  const column = COLUMNS[dimension]
  if (!column) throw new Error(`no column of ${dimension}`)
  return column
}

/** Asks the store once more what a report says it asked; how many there are of a cell, without the report’s own reckoning. */
export async function countedAgain(
  { engine, world }: Service,
  query: FigureQuery,
  snapshot: Instant,
): Promise<(where: Where) => number> {
  const within = (where: Where) => Object.entries(where).filter(([name]) => query.by.includes(name))
  const sum = <T extends { readonly count: number }>(all: readonly T[], isIn: (one: T) => boolean) =>
    all.reduce((total, one) => (isIn(one) ? total + one.count : total), 0)
  if (query.kind === 'open-step') {
    const open = watchedAmong(world, (await engine.scan([openStepCounts(snapshot)])).flat())
    const own = open.filter(({ step }) => step === query.name)
    const has = (one: OpenCount, [name, category]: readonly [string, string]) =>
      (name === 'due' ? one.due : one.owedBy) === category
    return (where) => sum(own, (one) => within(where).every((condition) => has(one, condition)))
  }
  const [facts = []] = await engine.scan([factCounts(query, [...new Set(query.by.map(columnOf))])])
  return (where) => sum(facts, (fact) => within(where).every(([name, category]) => isOf(fact, name, category)))
}

const MINORS: readonly unknown[] = ['under-12', 'age-12-14', 'age-15-17']

function isOf(fact: CountedFact, dimension: string, category: string): boolean {
  const value = fact[columnOf(dimension)]
  if (dimension === 'inTime') return category === (value === null ? 'not-stated' : value ? 'in-time' : 'late')
  if (Array.isArray(value)) return value.length > 0 ? value.includes(category) : category === 'not-stated'
  if (dimension !== 'age' || value === 'not-stated') return category === (value ?? 'not-stated')
  return category === (MINORS.includes(value) ? 'minor' : 'adult')
}

/** Days that a step took, sorted, each as often as it occurs. */
export async function daysAgain({ engine }: Service, query: FigureQuery, owedBy: string): Promise<readonly number[]> {
  const [facts = []] = await engine.scan([factCounts(query, ['owedBy', 'days'])])
  return facts
    .flatMap((fact) => (fact.owedBy === owedBy ? Array.from({ length: fact.count }, () => Number(fact.days)) : []))
    .sort((one, other) => one - other)
}
