import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { Engine } from '../../db/engine.ts'
import { openDatabase } from '../../db/open.ts'
import { seedProcedures } from '../../db/procedure-queries.ts'
import { START } from './engines.ts'
import { freshDatabase } from './postgres-database.ts'

/** A store whose files can be read byte by byte, by somebody who asks no database. */
export interface StoreOnDisk {
  readonly engine: Engine
  readonly url: string
  /** Statements of the owner of the database, past the service. */
  readonly raw: (sql: string) => Promise<void>
  /** Which of these texts stand anywhere in the files. */
  readonly found: (texts: readonly string[]) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

export async function storeOnDisk(kind: Engine['kind']): Promise<StoreOnDisk> {
  return kind === 'sqlite' ? sqliteOnDisk() : postgresOnDisk()
}

async function opened(url: string): Promise<Engine> {
  const engine = openDatabase(url)
  await engine.migrate()
  await seedProcedures(engine, START)
  return engine
}

function textsIn(paths: readonly string[], texts: readonly string[]): readonly string[] {
  const contents = paths.map((path) => readFileSync(path))
  return texts.filter((text) => contents.some((content) => content.includes(text)))
}

async function sqliteOnDisk(): Promise<StoreOnDisk> {
  const { default: Database } = await import('better-sqlite3')
  const folder = mkdtempSync(join(tmpdir(), 'store-files-'))
  const path = join(folder, 'liaison.db')
  const engine = await opened(`file:${path}`)
  return {
    engine,
    url: `file:${path}`,
    raw: async (sql) => {
      const database = new Database(path)
      database.exec(sql)
      database.close()
    },
    // The database, its log of writes and its index of that log.
    found: async (texts) =>
      textsIn(
        readdirSync(folder).map((name) => join(folder, name)),
        texts,
      ),
    close: async () => {
      await engine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function postgresOnDisk(): Promise<StoreOnDisk> {
  const fresh = await freshDatabase(inject('postgresUrl'))
  const engine = await opened(fresh.url)
  const owner = new Client({ connectionString: fresh.url })
  await owner.connect()
  const folder = await owner.query(
    "select current_setting('data_directory') || '/base/' || oid as path from pg_database where datname = current_database()",
  )
  const { path } = folder.rows[0]
  return {
    engine,
    url: fresh.url,
    raw: async (sql) => {
      await owner.query(sql)
    },
    // Every table, index and catalogue of this database; a checkpoint writes down what lies in memory.
    found: async (texts) => {
      await owner.query('CHECKPOINT')
      const files = readdirSync(path).map((name) => join(path, name))
      return textsIn(
        files.filter((file) => statSync(file).isFile()),
        texts,
      )
    },
    close: async () => {
      await owner.end()
      await engine.close()
      await fresh.drop()
    },
  }
}
