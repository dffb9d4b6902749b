import { sqlite } from '../../db/dialects/sqlite/vocabulary.ts'
import type { Engine } from '../../db/engine.ts'
import { statement } from '../../db/statement.ts'
import { allTables } from '../../db/tables/all.ts'
import { canonical } from '../../server/domain/journal/canonical.ts'

type Tables = ReturnType<typeof allTables>
const names = Object.keys(allTables(sqlite)) as (keyof Tables)[]
const statements = names.map((name) => [name, statement(({ q, t }) => q.select().from(t[name]))] as const)

/** Every row of every table, by table. */
export const everyRow = async (engine: Engine): Promise<{ [K in keyof Tables]: Tables[K]['$inferSelect'][] }> =>
  Object.fromEntries(
    await Promise.all(statements.map(async ([name, all]) => [name, await engine.all(all, {})] as const)),
  ) as never
export type Rows = Awaited<ReturnType<typeof everyRow>>

/** Rows that should be there and are not, and rows that are there and should not be. */
export function unlike(table: string, wanted: readonly object[], stored: readonly object[]): readonly string[] {
  const should = new Set(wanted.map(canonical))
  const are = new Set(stored.map(canonical))
  return [
    ...[...should.difference(are)].map((row) => `${table} lacks ${row}`),
    ...[...are.difference(should)].map((row) => `${table} has ${row}`),
    ...(stored.length === are.size ? [] : [`${table} has a row twice`]),
  ]
}
