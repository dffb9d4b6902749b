import type { SQL } from 'drizzle-orm'
import type { Scope } from '../server/domain/aggregates/aggregate.ts'
import type { Aggregate } from '../server/domain/aggregates/compare.ts'
import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { Code } from '../server/domain/kernel/ids.ts'
import { type HeadRow, headFrom, headOf } from './aggregate-queries.ts'
import { and, asc, desc, eq, isNull, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, type Statement, statement } from './statement.ts'

/** What a list of figures can be narrowed by; left out: any. */
export interface AggregateFilter {
  readonly country?: CountryCode
  readonly indicator?: Code
  readonly year?: number
  /** Null: figures of a whole year only. */
  readonly quarter?: number | null
  readonly requestingCountry?: CountryCode
  readonly countryOfReturn?: CountryCode
  /** Also figures whose import was replaced. */
  readonly replaced?: boolean
}
/** The place of a figure: its import, and the figure in it. */
export type AggregateKey = Pick<Aggregate, 'position'> & { readonly importId: string }

const FILTERS = ['country', 'indicator', 'year', 'quarter', 'requestingCountry', 'countryOfReturn'] as const
const lists = new Map<string, Statement<unknown>>()

/** One statement for each combination of filters, compiled once. */
function listStatement(filter: AggregateFilter, after: boolean): Statement<unknown> {
  const given = FILTERS.filter((name) => filter[name] !== undefined)
  const key = `${given.join()}|${filter.quarter === null}|${filter.replaced === true}|${after}`
  const known = lists.get(key)
  if (known) return known
  const made = statement((writing) => {
    const { q, t } = writing
    const conditions: SQL[] = given.map((name) =>
      name === 'quarter' && filter.quarter === null
        ? isNull(t.aggregates.quarter)
        : eq(t.aggregates[name], param(name)),
    )
    if (!filter.replaced) conditions.push(isNull(t.aggregateImports.replacedBy))
    if (after)
      conditions.push(
        sql`(${t.aggregates.importId} < ${param('importId')} or (${t.aggregates.importId} = ${param('importId')} and ${t.aggregates.position} > ${param('position')}))`,
      )
    return q
      .select({
        ...headOf(writing),
        position: t.aggregates.position,
        indicator: t.aggregates.indicator,
        year: t.aggregates.year,
        quarter: t.aggregates.quarter,
        requestingCountry: t.aggregates.requestingCountry,
        countryOfReturn: t.aggregates.countryOfReturn,
        total: t.aggregates.total,
        derived: t.aggregates.derived,
        parts: t.aggregates.parts,
      })
      .from(t.aggregates)
      .innerJoin(t.aggregateImports, eq(t.aggregateImports.id, t.aggregates.importId))
      .where(and(...conditions))
      .orderBy(desc(t.aggregates.importId), asc(t.aggregates.position))
      .limit(param('limit') as never)
  })
  lists.set(key, made)
  return made
}

type Row = HeadRow & Scope & { position: number; total: number; derived: number; parts: string }

/** Figures with the import of each, the newest import first and in its own order. */
export async function listAggregates(
  engine: Engine,
  filter: AggregateFilter,
  after: AggregateKey | null,
  limit: number,
): Promise<readonly Aggregate[]> {
  const rows = (await engine.all(listStatement(filter, after !== null), {
    ...filter,
    ...after,
    limit,
  })) as readonly Row[]
  return rows.map(({ position, indicator, year, quarter, requestingCountry, countryOfReturn, ...row }) => {
    const { total, derived, parts, ...head } = row
    const scope = { indicator, year, quarter, requestingCountry, countryOfReturn }
    return { ...scope, position, total, derived: derived === 1, parts: JSON.parse(parts), import: headFrom(head) }
  })
}
