import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { Engine } from '../../db/engine.ts'
import { openDatabase } from '../../db/open.ts'
import { seedProcedures } from '../../db/procedure-queries.ts'
import { START } from './engines.ts'
import { type FreshDatabase, freshDatabase } from './postgres-database.ts'

/** A store that is filled once, on disk, and then copied for each round: where a copy lies is a DATABASE_URL. */
export interface StoreCopies {
  readonly copy: () => Promise<string>
  readonly close: () => Promise<void>
}

export async function storeCopies(
  kind: Engine['kind'],
  fill: (engine: Engine) => Promise<unknown>,
): Promise<StoreCopies> {
  return kind === 'sqlite' ? sqliteCopies(fill) : postgresCopies(fill)
}

async function filled(url: string, fill: (engine: Engine) => Promise<unknown>): Promise<void> {
  const engine = openDatabase(url)
  await engine.migrate()
  await seedProcedures(engine, START)
  await fill(engine)
  await engine.close()
}

async function sqliteCopies(fill: (engine: Engine) => Promise<unknown>): Promise<StoreCopies> {
  const folder = mkdtempSync(join(tmpdir(), 'store-copies-'))
  const path = (name: string) => join(folder, `${name}.db`)
  let made = 0
  await filled(`file:${path('filled')}`, fill)
  return {
    copy: async () => {
      made += 1
      copyFileSync(path('filled'), path(`copy-${made}`))
      return `file:${path(`copy-${made}`)}`
    },
    close: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function postgresCopies(fill: (engine: Engine) => Promise<unknown>): Promise<StoreCopies> {
  const server = inject('postgresUrl')
  const made: FreshDatabase[] = [await freshDatabase(server)]
  const [first] = made as [FreshDatabase]
  await filled(first.url, fill)
  return {
    copy: async () => {
      const copy = await freshDatabase(server, new URL(first.url).pathname.slice(1))
      made.push(copy)
      return copy.url
    },
    close: async () => {
      for (const one of made) await one.drop()
    },
  }
}

/**
 * PostgreSQL goes on for a moment after its client has died: a COMMIT that had reached it is carried out. Who commits
 * holds a lock on the keys or the cases, so this waits until nothing more can come.
 */
export async function lastCommitsEnded(url: string): Promise<void> {
  if (url.startsWith('file:')) return
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('BEGIN; LOCK TABLE idempotency, cases IN ACCESS EXCLUSIVE MODE; COMMIT')
  await client.end()
}
