import type { SQL, SQLWrapper } from 'drizzle-orm'
import type { Vocabulary } from '../../columns.ts'
import { load, sql } from '../../drizzle.ts'

const { index, integer, pgTable, primaryKey, text, uniqueIndex } = load(
  'drizzle-orm/pg-core',
) as typeof import('drizzle-orm/pg-core')

const words = {
  table: pgTable,
  id: (name: string) => text(name),
  label: (name: string) => text(name),
  code: (name: string) => text(name),
  day: (name: string) => text(name),
  instant: (name: string) => text(name),
  json: (name: string) => text(name),
  count: (name: string) => integer(name),
  flag: (name: string) => integer(name),
  arrival: (name: string) => integer(name).generatedAlwaysAsIdentity().primaryKey(),
  index,
  uniqueIndex,
  primaryKey,
  within: (column: SQLWrapper, list: SQLWrapper): SQL =>
    sql`${column} in (select jsonb_array_elements_text(${list}::jsonb))`,
  withinNumbers: (column: SQLWrapper, list: SQLWrapper): SQL =>
    sql`${column} in (select jsonb_array_elements_text(${list}::jsonb)::int)`,
}

/** The one cast: the compiler reads tables in SQLite's types; the parity test keeps the two vocabularies equal. */
export const postgres = words as unknown as Vocabulary
