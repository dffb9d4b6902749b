import { type AggregateFilter, type AggregateKey, listAggregates } from '../../db/aggregate-list-queries.ts'
import { aggregateImports } from '../../db/aggregate-queries.ts'
import type { ImportHead } from '../domain/aggregates/aggregate.ts'
import { type Aggregate, type Comparison, compare } from '../domain/aggregates/compare.ts'
import type { Period } from '../domain/aggregates/period.ts'
import type { Actor } from '../domain/cases/actor.ts'
import { mayAsk } from '../domain/disclosure/question-rules.ts'
import type { Corridor, CountryCode } from '../domain/kernel/country.ts'
import type { Code } from '../domain/kernel/ids.ts'
import { type Page, pageOf } from './page.ts'
import type { Service } from './service.ts'

export type { AggregateFilter, AggregateKey }

/** Figures that countries reported, the newest import first; nothing for who may not read them. */
export async function aggregatesFor(
  service: Service,
  by: Actor,
  filter: AggregateFilter,
  after: AggregateKey | null,
  first: number,
): Promise<Page<Aggregate>> {
  if (!mayAsk('aggregates', by.role)) return pageOf([], first)
  return pageOf(await listAggregates(service.engine, filter, after, first + 1), first)
}

/** One import; null where there is none or it is not for the reader. */
export async function seeAggregateImport(service: Service, by: Actor, id: string): Promise<ImportHead | null> {
  if (!mayAsk('aggregates', by.role)) return null
  const [found] = await aggregateImports(service.engine, [id])
  return found ?? null
}

/** The current figures of both countries of a corridor for one indicator and period, side by side. */
export async function comparisonFor(
  service: Service,
  by: Actor,
  corridor: Corridor,
  indicator: Code,
  period: Period,
): Promise<Comparison | null> {
  if (!mayAsk('compareAggregates', by.role)) return null
  const of = async (country: CountryCode): Promise<Aggregate | null> => {
    const [found] = await listAggregates(service.engine, { country, indicator, ...period, ...corridor }, null, 1)
    return found ?? null
  }
  return compare(corridor, await of(corridor.requestingCountry), await of(corridor.countryOfReturn))
}
