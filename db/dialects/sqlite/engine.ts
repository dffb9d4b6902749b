import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { load } from '../../drizzle.ts'
import type { Engine } from '../../engine.ts'
import { migrationCount } from '../../migration-files.ts'
import {
  type Compiled,
  compile,
  named,
  type Params,
  type Refused,
  type Statement,
  type Write,
} from '../../statement.ts'
import { allTables } from '../../tables/all.ts'
import { purgeSqlite } from './purge.ts'
import { scanApart } from './scan.ts'
import { sqlite } from './vocabulary.ts'

const { drizzle } = load('drizzle-orm/better-sqlite3') as typeof import('drizzle-orm/better-sqlite3')
const { migrate } = load('drizzle-orm/better-sqlite3/migrator') as typeof import('drizzle-orm/better-sqlite3/migrator')

const MIGRATIONS = fileURLToPath(new URL('../../migrations/sqlite', import.meta.url))

/** How often a process looks whether another wrote to the file: so late does it hear of it at most. */
const LOOK_MS = 200

interface Waiting {
  readonly writes: readonly Write[]
  readonly resolve: (refused: Refused | null) => void
  readonly reject: (error: unknown) => void
}

/**
 * SQLite in WAL with `synchronous=FULL`: what is answered survives a power cut. Commits that wait at one moment share
 * one transaction and one fsync, a savepoint each; nothing asynchronous happens inside.
 */
export function openSqlite(source: string | Buffer): Engine {
  const database = new Database(source)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 2000')
  // Without it INSERT OR REPLACE would delete history without waking its triggers.
  database.pragma('recursive_triggers = ON')
  database.pragma('secure_delete = ON')
  const builder = drizzle(database)
  const writing = { q: builder, t: allTables(sqlite), within: sqlite.within, withinNumbers: sqlite.withinNumbers }
  const prepared = new Map<Statement<unknown>, Compiled & { readonly run: Database.Statement }>()
  const statements = { count: 0 }
  const plain = (text: string) => database.prepare(text)
  const [begin, commit, rollback] = [plain('BEGIN IMMEDIATE'), plain('COMMIT'), plain('ROLLBACK')]
  const [save, release, undo] = [plain('SAVEPOINT one'), plain('RELEASE one'), plain('ROLLBACK TO one')]
  let waiting: Waiting[] = []
  let isPurged = false

  function ready(statement: Statement<unknown>) {
    const known = prepared.get(statement)
    if (known) return known
    const compiled = compile(statement, writing)
    const run = database.prepare(compiled.sql)
    const made = { ...compiled, run: compiled.fields.length > 0 ? run.raw() : run }
    prepared.set(statement, made)
    return made
  }

  function inSavepoint(writes: readonly Write[]): Refused | null {
    save.run()
    for (const { statement, params, unless } of writes) {
      const { run, values } = ready(statement)
      statements.count += 1
      const { changes } = run.run(...values(params))
      if (unless && changes !== unless.rows) {
        undo.run()
        release.run()
        return unless.refused
      }
    }
    release.run()
    return null
  }

  /** Runs everything that waits; answers go out only after the shared COMMIT. */
  function flush(): void {
    if (isPurged || waiting.length === 0) return
    const batch = waiting
    waiting = []
    const answers: (() => void)[] = []
    try {
      begin.run()
      for (const one of batch) {
        try {
          const refused = inSavepoint(one.writes)
          answers.push(() => one.resolve(refused))
        } catch (error) {
          if (!database.inTransaction) throw error // a full disk ends the whole transaction, not the savepoint
          undo.run()
          release.run()
          answers.push(() => one.reject(error))
        }
      }
      commit.run()
    } catch (error) {
      if (database.inTransaction) rollback.run()
      for (const one of batch) one.reject(error)
      return
    }
    for (const answer of answers) answer()
  }

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
    commit: (writes) =>
      new Promise((resolve, reject) => {
        waiting.push({ writes, resolve, reject })
        // Two turns of the loop: who is about to commit joins, and nobody waits longer than an fsync takes.
        if (waiting.length === 1) setImmediate(() => setImmediate(flush))
      }),
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
    async purge() {
      if (database.memory) return true
      // Commits wait until it is over: here, and not in the driver, where reads would wait with them.
      isPurged = true
      try {
        return await purgeSqlite(database.name)
      } finally {
        isPurged = false
        flush()
      }
    },
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
