import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { getTableName, load } from '../../drizzle.ts'
import type { Engine } from '../../engine.ts'
import { ERASABLE } from '../../erasable.ts'
import { migrationCount } from '../../migration-files.ts'
import { type Compiled, compile, named, type Params, type Statement, type Writing } from '../../statement.ts'
import { allTables } from '../../tables/all.ts'
import { hearPostgres, tellPostgres } from './notices.ts'
import { purgePostgres } from './purge.ts'
import { postgres } from './vocabulary.ts'

const { drizzle } = load('drizzle-orm/node-postgres') as typeof import('drizzle-orm/node-postgres')
const { migrate } = load('drizzle-orm/node-postgres/migrator') as typeof import('drizzle-orm/node-postgres/migrator')

const MIGRATIONS = fileURLToPath(new URL('../../migrations/postgres', import.meta.url))

/** Two writers that wait for each other, or read what another changed: try again, nothing was done. */
const RIVALS = new Set(['40P01', '40001'])

/** PostgreSQL: each commit is one awaited transaction on one connection of the pool. */
export function openPostgres(url: string): Engine {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // An idle connection that the server ends must not end the service.
  pool.on('error', () => {})
  const builder = drizzle(pool)
  const writing = {
    q: builder,
    t: allTables(postgres),
    within: postgres.within,
    withinNumbers: postgres.withinNumbers,
  } as unknown as Writing
  const prepared = new Map<Statement<unknown>, Compiled & { readonly name: string }>()
  const statements = { count: 0 }

  function ready(statement: Statement<unknown>) {
    const known = prepared.get(statement)
    if (known) return known
    const made = { ...compile(statement, writing), name: `s${prepared.size}` }
    prepared.set(statement, made)
    return made
  }

  function query(client: pg.Pool | pg.PoolClient, statement: Statement<unknown>, params: Params) {
    const { name, sql, values } = ready(statement)
    statements.count += 1
    return client.query({ name, text: sql, values: values(params), rowMode: 'array' })
  }

  async function all<Row>(statement: Statement<Row>, params: Params) {
    const { rows } = await query(pool, statement, params)
    return named<Row>(ready(statement).fields, rows)
  }

  return {
    kind: 'postgres',
    statements,
    all,
    // The server reads in a process of its own.
    async scan(readings) {
      const client = await pool.connect()
      let broken = true
      try {
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
        // One processor for what reads much; the others are for who answers.
        await client.query('SET LOCAL max_parallel_workers_per_gather = 0')
        const found = []
        for (const { statement, params, read } of readings) {
          const { rows } = await query(client, statement, params)
          found.push(read(named(ready(statement).fields, rows)))
        }
        await client.query('COMMIT')
        broken = false
        return found
      } finally {
        client.release(broken)
      }
    },
    async commit(writes) {
      const client = await pool.connect()
      let broken = false
      try {
        await client.query('BEGIN')
        for (const { statement, params, unless } of writes) {
          const { rowCount } = await query(client, statement, params)
          if (unless && rowCount !== unless.rows) {
            await client.query('ROLLBACK')
            return unless.refused
          }
        }
        await client.query('COMMIT')
        return null
      } catch (error) {
        broken = await client.query('ROLLBACK').then(
          () => false,
          () => true,
        )
        if (error instanceof pg.DatabaseError && RIVALS.has(error.code ?? '')) return 'conflict'
        throw error
      } finally {
        client.release(broken)
      }
    },
    tell: tellPostgres(pool),
    hear: (heard) => hearPostgres(url, heard),
    purge: () =>
      purgePostgres(
        pool,
        ERASABLE.map((name) => getTableName(writing.t[name])),
      ),
    async migrate() {
      await migrate(builder, { migrationsFolder: MIGRATIONS })
    },
    async isMigrated() {
      const found = await pool.query("select to_regclass('drizzle.__drizzle_migrations') as name")
      if (!found.rows[0]?.name) return false
      const { rows } = await pool.query('select count(*)::int as n from drizzle.__drizzle_migrations')
      return rows[0].n === migrationCount('postgres')
    },
    async close() {
      await pool.end()
    },
  }
}
