import type { CountedFact } from '../server/domain/reports/figures/counted-fact.ts'
import type { FactKind } from '../server/domain/statistics/fact.ts'
import { and, eq, gte, lte, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement } from './statement.ts'

const counted = statement(({ q, t }) => {
  const f = t.statistics
  const by = {
    name: f.name,
    requestingCountry: f.requestingCountry,
    countryOfReturn: f.countryOfReturn,
    quarter: f.quarter,
    ageBand: f.ageBand,
    sex: f.sex,
    exploitation: f.exploitation,
    sector: f.sector,
    reason: f.reason,
    owedBy: f.owedBy,
    kept: f.kept,
    days: f.days,
  }
  return q
    .select({ ...by, count: sql<number>`cast(count(*) as integer)` })
    .from(f)
    .where(and(eq(f.kind, param('kind')), gte(f.quarter, param('from') as never), lte(f.quarter, param('to') as never)))
    .groupBy(...Object.values(by))
})

/** The facts of one kind between two quarters, both included: those that are alike are one row. */
export async function factCounts(
  engine: Engine,
  kind: FactKind,
  from: string,
  to: string,
): Promise<readonly CountedFact[]> {
  const rows = await engine.scan(counted, { kind, from, to })
  return rows.map((row) => ({
    ...row,
    exploitation: JSON.parse(row.exploitation),
    kept: row.kept === null ? null : row.kept === 1,
  })) as CountedFact[]
}
