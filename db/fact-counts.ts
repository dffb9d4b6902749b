import type { CountedFact, FactColumn } from '../server/domain/reports/figures/counted-fact.ts'
import type { FigureQuery } from '../server/domain/reports/report.ts'
import { and, eq, gte, lte, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, type Reading, statement } from './statement.ts'

/** One statement for each set of columns, and for all names and corridors or one. */
const counted = (columns: readonly FactColumn[], byName: boolean, byCorridor: boolean) =>
  statement(({ q, t: { statistics: f } }) => {
    const chosen = Object.fromEntries(columns.map((column) => [column, f[column]]))
    const query = q
      .select({ ...chosen, count: sql<number>`cast(count(*) as integer)` })
      .from(f)
      .where(
        and(
          eq(f.kind, param('kind')),
          byName ? eq(f.name, param('name')) : undefined,
          gte(f.quarter, param('from') as never),
          lte(f.quarter, param('to') as never),
          byCorridor ? eq(f.requestingCountry, param('requestingCountry')) : undefined,
          byCorridor ? eq(f.countryOfReturn, param('countryOfReturn')) : undefined,
        ),
      )
    return columns.length > 0 ? query.groupBy(...Object.values(chosen)) : query
  })
const statements = new Map<string, ReturnType<typeof counted>>()

function statementFor(columns: readonly FactColumn[], byName: boolean, byCorridor: boolean) {
  const key = [...columns, byName, byCorridor].join()
  const found = statements.get(key) ?? counted(columns, byName, byCorridor)
  statements.set(key, found)
  return found
}

/** Facts between two quarters, both included: those that are alike in these columns are one row. */
export const factCounts = (
  { kind, name, from, to, corridor }: Pick<FigureQuery, 'kind' | 'name' | 'from' | 'to' | 'corridor'>,
  columns: readonly FactColumn[],
): Reading<readonly CountedFact[]> => ({
  statement: statementFor(columns, name !== null, corridor !== null),
  params: { kind, name, from, to, ...corridor },
  read: (rows) =>
    rows.map((row) => ({
      ...row,
      ...('exploitation' in row ? { exploitation: JSON.parse(String(row['exploitation'])) } : {}),
      ...('kept' in row ? { kept: row['kept'] === null ? null : row['kept'] === 1 } : {}),
    })) as unknown as readonly CountedFact[],
})

const anyFact = statement(({ q, t: { statistics: f } }) =>
  q
    .select({ id: f.id })
    .from(f)
    .where(and(eq(f.kind, param('kind')), gte(f.quarter, param('from') as never), lte(f.quarter, param('to') as never)))
    .limit(1),
)

/** Whether anything was counted between two quarters, both included: whatever happened to a case, a step was done. */
export async function hasFacts(engine: Engine, from: string, to: string): Promise<boolean> {
  // Where a period has no facts, every step is read to find that out.
  const [found] = await engine.scan([
    { statement: anyFact, params: { kind: 'step', from, to }, read: (rows) => rows.length > 0 },
  ])
  return found === true
}
