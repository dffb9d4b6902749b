import type { SQL, SQLWrapper } from 'drizzle-orm'
import { load, sql } from '../../drizzle.ts'

const { index, integer, primaryKey, sqliteTable, text, uniqueIndex } = load(
  'drizzle-orm/sqlite-core',
) as typeof import('drizzle-orm/sqlite-core')

/**
 * The few words in which every table is written. Raw values are alike on both engines: text and whole numbers, so no
 * row needs translating. `flag` is 0 or 1; `json`, `day`, `instant`, `code` are text.
 */
export const sqlite = {
  table: sqliteTable,
  id: (name: string) => text(name),
  label: (name: string) => text(name),
  code: (name: string) => text(name),
  day: (name: string) => text(name),
  instant: (name: string) => text(name),
  json: (name: string) => text(name),
  count: (name: string) => integer(name),
  flag: (name: string) => integer(name),
  /** Numbers itself, in the order in which rows arrive. */
  arrival: (name: string) => integer(name).primaryKey(),
  index,
  uniqueIndex,
  primaryKey,
  /** `column` is one of the texts in a JSON list. */
  within: (column: SQLWrapper, list: SQLWrapper): SQL => sql`${column} in (select value from json_each(${list}))`,
  /** `column` is one of the whole numbers in a JSON list. */
  withinNumbers: (column: SQLWrapper, list: SQLWrapper): SQL =>
    sql`${column} in (select value from json_each(${list}))`,
}
