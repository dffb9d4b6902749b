import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { postgres } from '../../db/dialects/postgres/vocabulary.ts'
import { sqlite } from '../../db/dialects/sqlite/vocabulary.ts'
import { load } from '../../db/drizzle.ts'
import { allTables } from '../../db/tables/all.ts'

const { getTableName } = load('drizzle-orm') as typeof import('drizzle-orm')
const { getTableConfig: postgresConfig } = load('drizzle-orm/pg-core') as typeof import('drizzle-orm/pg-core')
const { getTableConfig: sqliteConfig } = load('drizzle-orm/sqlite-core') as typeof import('drizzle-orm/sqlite-core')

const inSqlite = allTables(sqlite)
const inPostgres = allTables(postgres as never)

/** What a table is, apart from how its dialect writes it. */
function shapeOf(config: typeof sqliteConfig, table: SQLiteTable) {
  const { columns, indexes, primaryKeys, foreignKeys, uniqueConstraints } = config(table)
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name)
  return {
    columns: columns.map(({ name, notNull, primary, isUnique, hasDefault, enumValues }) => {
      return { name, notNull, primary, isUnique, hasDefault, enumValues: enumValues ?? null }
    }),
    indexes: indexes.map((index) => {
      const { name, columns: indexed, unique } = index.config
      return { name, unique, columns: names(indexed as { name: string }[]) }
    }),
    primaryKeys: primaryKeys.map((key) => names(key.columns)),
    unique: uniqueConstraints.map((one) => names(one.columns)),
    foreignKeys: foreignKeys.map((key) => {
      const { columns: own, foreignColumns, foreignTable } = key.reference()
      return [names(own), getTableName(foreignTable), names(foreignColumns)]
    }),
  }
}

describe('both dialects build the same tables', () => {
  test.each(Object.keys(inSqlite) as (keyof typeof inSqlite)[])('%s', (name) => {
    const one = shapeOf(sqliteConfig, inSqlite[name])
    expect(one.columns.length).toBeGreaterThan(0)
    expect(shapeOf(postgresConfig as never, inPostgres[name])).toEqual(one)
  })
})
