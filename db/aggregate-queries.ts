import type { ImportHead, Reported, Scope } from '../server/domain/aggregates/aggregate.ts'
import type { CountryCode } from '../server/domain/kernel/country.ts'
import { and, asc, desc, eq, isNull } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Writing } from './statement.ts'

/** The columns of an import, and the import from its row. */
export const headOf = ({ t }: Writing) => ({
  id: t.aggregateImports.id,
  country: t.aggregateImports.country,
  number: t.aggregateImports.number,
  content: t.aggregateImports.content,
  office: t.aggregateImports.office,
  importedAt: t.aggregateImports.at,
  replacedBy: t.aggregateImports.replacedBy,
})
const importsById = statement((writing) =>
  writing.q
    .select(headOf(writing))
    .from(writing.t.aggregateImports)
    .where(writing.within(writing.t.aggregateImports.id, param('ids')))
    .orderBy(asc(writing.t.aggregateImports.id)),
)
const lastNumber = statement(({ q, t }) =>
  q
    .select({ number: t.aggregateImports.number })
    .from(t.aggregateImports)
    .where(eq(t.aggregateImports.country, param('country')))
    .orderBy(desc(t.aggregateImports.number))
    .limit(1),
)
const currentScopes = statement(({ q, t, withinNumbers }) =>
  q
    .select({
      importId: t.aggregates.importId,
      indicator: t.aggregates.indicator,
      year: t.aggregates.year,
      quarter: t.aggregates.quarter,
      requestingCountry: t.aggregates.requestingCountry,
      countryOfReturn: t.aggregates.countryOfReturn,
    })
    .from(t.aggregates)
    .innerJoin(t.aggregateImports, eq(t.aggregateImports.id, t.aggregates.importId))
    .where(
      and(
        eq(t.aggregates.country, param('country')),
        withinNumbers(t.aggregates.year, param('years')),
        isNull(t.aggregateImports.replacedBy),
      ),
    )
    .orderBy(asc(t.aggregates.importId), asc(t.aggregates.position)),
)

export type HeadRow = Omit<ImportHead, 'definition' | 'coverage' | 'source' | 'sourceDay' | 'replaces'> & {
  content: string
}
export const headFrom = ({ content, ...row }: HeadRow): ImportHead => ({ ...row, ...JSON.parse(content) })

/** Imports by their ids, with what the country says of its figures. */
export async function aggregateImports(engine: Engine, ids: readonly string[]): Promise<readonly ImportHead[]> {
  const rows = await engine.all(importsById, { ids: JSON.stringify(ids) })
  return rows.map((row) => headFrom(row as unknown as HeadRow))
}

/** What a country has reported so far, as far as this import can touch it. */
export async function reportedBy(
  engine: Engine,
  country: CountryCode | null,
  { figures, replaces }: { figures: readonly Scope[]; replaces: readonly string[] | null },
): Promise<Reported> {
  const years = JSON.stringify([...new Set(figures.map(({ year }) => year))])
  // The number is read first: what comes in after it takes the number away from this one.
  const [last] = await engine.all(lastNumber, { country })
  const named = replaces?.length ? await aggregateImports(engine, replaces) : []
  const scopes = await engine.all(currentScopes, { country, years })
  const heads = await aggregateImports(engine, [...new Set(scopes.map(({ importId }) => importId))])
  const byId = new Map(heads.map((head) => [head.id, head]))
  const current = scopes.map(({ importId, ...scope }) => ({ ...scope, import: byId.get(importId) }))
  return {
    count: last?.number ?? 0,
    named: named.filter((one) => one.country === country),
    current: current as unknown as Reported['current'],
  }
}
