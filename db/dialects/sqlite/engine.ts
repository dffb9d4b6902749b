import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { load } from '../../drizzle.ts'
import type { Engine } from '../../engine.ts'
import { migrationCount } from '../../migration-files.ts'
import { type Compiled, compile, named, type Params, type Statement } from '../../statement.ts'
import { allTables } from '../../tables/all.ts'
import { BUSY_MS, CommitQueue } from './commit-queue.ts'
import { purgeSqlite } from './purge.ts'
import { scanApart } from './scan.ts'
import { sqlite } from './vocabulary.ts'

const { drizzle } = load('drizzle-orm/better-sqlite3') as typeof import('drizzle-orm/better-sqlite3')
const { migrate } = load('drizzle-orm/better-sqlite3/migrator') as typeof import('drizzle-orm/better-sqlite3/migrator')

const MIGRATIONS = fileURLToPath(new URL('../../migrations/sqlite', import.meta.url))

/** How often a process looks whether another wrote to the file: so late does it hear of it at most. */
const LOOK_MS = 200
/** SQLite in WAL with `synchronous=FULL`: what is answered survives a power cut. */
export function openSqlite(source: string | Buffer): Engine {
  const database = new Database(source)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma(`busy_timeout = ${BUSY_MS}`)
  // Without it INSERT OR REPLACE would delete history without waking its triggers.
  database.pragma('recursive_triggers = ON')
  database.pragma('secure_delete = ON')
  const builder = drizzle(database)
  const writing = { q: builder, t: allTables(sqlite), within: sqlite.within, withinNumbers: sqlite.withinNumbers }
  const prepared = new Map<Statement<unknown>, Compiled & { readonly run: Database.Statement }>()
  const statements = { count: 0 }
  function ready(statement: Statement<unknown>) {
    const known = prepared.get(statement)
    if (known) return known
    const compiled = compile(statement, writing)
    const run = database.prepare(compiled.sql)
    const made = { ...compiled, run: compiled.fields.length > 0 ? run.raw() : run }
    prepared.set(statement, made)
    return made
  }

  const commits = new CommitQueue(database, ({ statement, params }) => {
    const { run, values } = ready(statement)
    statements.count += 1
    return run.run(...values(params)).changes
  })

  return {
    kind: 'sqlite',
    statements,
    async all<Row>(statement: Statement<Row>, params: Params) {
      const { run, values, fields } = ready(statement)
      statements.count += 1
      return named<Row>(fields, run.all(...values(params)) as unknown[][])
    },
    async scan(readings) {
      const queries = readings.map(({ statement, params }) => {
        const { run, sql, values, fields } = ready(statement)
        return { run, sql, fields, values: values(params) }
      })
      statements.count += readings.length
      // A database in memory has no second connection; nothing comes between these queries of it.
      const found = database.memory
        ? queries.map(({ run, values }) => run.all(...values) as unknown[][])
        : await scanApart(
            database.name,
            queries.map(({ sql, values }) => ({ sql, values })),
          )
      return readings.map(({ read }, place) => read(named(queries[place]?.fields ?? [], found[place] ?? [])))
    },
    commit: (writes) => commits.add(writes),
    // Whoever hears looks for itself: the file counts what other connections commit.
    tell: () => {},
    hear(heard) {
      const version = () => database.pragma('data_version', { simple: true })
      let known = version()
      const timer = setInterval(() => {
        const now = version()
        if (now !== known) heard()
        known = now
      }, LOOK_MS).unref()
      return { close: async () => clearInterval(timer) }
    },
    // A database in memory leaves no file.
    purge: async () => database.memory || commits.holdFor(() => purgeSqlite(database.name)),
    async migrate() {
      migrate(builder, { migrationsFolder: MIGRATIONS })
    },
    async isMigrated() {
      const [table] = database.prepare("select name from sqlite_master where name = '__drizzle_migrations'").all()
      if (!table) return false
      const row = database.prepare('select count(*) as n from __drizzle_migrations').get() as { n: number }
      return row.n === migrationCount('sqlite')
    },
    async close() {
      database.close()
    },
  }
}
