import Database from 'better-sqlite3'
import { Client, escapeIdentifier } from 'pg'
import { openPostgres } from '../../db/dialects/postgres/engine.ts'

/** Rows that go over at once. */
const PORTION = 5_000

/** The same store in PostgreSQL: raw values are alike on both engines, so each table is copied as it stands. */
export async function copyIntoPostgres(path: string, url: string): Promise<void> {
  const engine = openPostgres(url)
  await engine.migrate()
  await engine.close()
  const from = new Database(path, { readonly: true })
  const into = new Client({ connectionString: url })
  await into.connect()
  // No triggers and no references are looked at while whole tables come over.
  await into.query('set session_replication_role = replica')
  const { rows: tables } = await into.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  )
  const { rows: indexes } = await into.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where schemaname = 'public'
       and indexname not in (select conname from pg_constraint)`,
  )
  // Built at the end, in order, they cost a fraction.
  for (const { name } of indexes) await into.query(`drop index ${escapeIdentifier(name)}`)
  for (const { name } of tables) await copyTable(from, into, name)
  for (const { made } of indexes) await into.query(made)
  await into.query('vacuum analyze')
  await into.end()
  from.close()
}

async function copyTable(from: Database.Database, into: Client, name: string): Promise<void> {
  const table = escapeIdentifier(name)
  const columns = (from.pragma(`table_info(${table})`) as { name: string }[]).map((one) => escapeIdentifier(one.name))
  const insert = `insert into ${table} (${columns.join(', ')}) overriding system value
    select ${columns.join(', ')} from json_populate_recordset(null::${table}, $1::json)`
  let rows: unknown[] = []
  const send = async () => {
    if (rows.length > 0) await into.query(insert, [JSON.stringify(rows)])
    rows = []
  }
  for (const row of from.prepare(`select * from ${table}`).iterate()) if (rows.push(row) >= PORTION) await send()
  await send()
}
