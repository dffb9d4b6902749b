import type { Query, SQL, SQLWrapper } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { fillPlaceholders, sql } from './drizzle.ts'
import type { Tables } from './tables/all.ts'

/** What a query is written with: the builder, the tables, and the words whose SQL differs between engines. */
export interface Writing {
  readonly q: Pick<BetterSQLite3Database, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'>
  readonly t: Tables
  readonly within: (column: SQLWrapper, list: SQLWrapper) => SQL
  readonly withinNumbers: (column: SQLWrapper, list: SQLWrapper) => SQL
}

interface Compilable {
  toSQL(): Query
  getSelectedFields?(): Record<string, unknown>
}
type RowOf<Q> = Q extends { _: { result: readonly (infer R)[] } } ? R : never

/** A query written once; each engine compiles it at its first use and keeps it prepared. */
export interface Statement<Row> {
  readonly write: (writing: Writing) => Compilable
  readonly row?: Row
}
export const statement = <Q extends Compilable>(write: (writing: Writing) => Q): Statement<RowOf<Q>> => ({ write })

export type Params = Readonly<Record<string, unknown>>

/** A parameter by name; usable wherever a value is. */
export const param = (name: string): SQL => sql`${sql.placeholder(name)}`

/** A query, and what its rows mean. */
export interface Reading<T> {
  readonly statement: Statement<unknown>
  readonly params: Params
  readonly read: (rows: readonly Readonly<Record<string, unknown>>[]) => T
}

/** One write of a commit. `rows` is how many it must touch, or else the whole commit is refused for the reason given. */
export interface Write {
  readonly statement: Statement<unknown>
  readonly params: Params
  readonly unless?: { readonly rows: number; readonly refused: Refused }
}
/** `repeated`: the idempotency key is taken. `conflict`: somebody else changed it in between. */
export type Refused = 'repeated' | 'conflict'

/** SQL text, the names of the selected fields in order, and how parameters become driver values. */
export interface Compiled {
  readonly sql: string
  readonly fields: readonly string[]
  readonly values: (params: Params) => unknown[]
}

export function compile(one: Statement<unknown>, writing: Writing): Compiled {
  const query = one.write(writing)
  const { sql: text, params } = query.toSQL()
  const fields = Object.keys(query.getSelectedFields?.() ?? {})
  return { sql: text, fields, values: (given) => fillPlaceholders(params, given as Record<string, unknown>) }
}

/** Rows as drivers give them in array mode become objects under the selected names. */
export function named<Row>(fields: readonly string[], rows: readonly (readonly unknown[])[]): Row[] {
  return rows.map((values) => {
    const row: Record<string, unknown> = {}
    for (let position = 0; position < fields.length; position += 1) row[fields[position] as string] = values[position]
    return row as Row
  })
}
