import { threadId } from 'node:worker_threads'
import { Client, escapeIdentifier } from 'pg'

export interface FreshDatabase {
  readonly url: string
  readonly drop: () => Promise<void>
}

let made = 0

/** A database for one test on the server of `url`, copied from `template` (to which nobody may be connected). */
export async function freshDatabase(url: string, template = 'template0'): Promise<FreshDatabase> {
  const name = `test_${process.pid}_${threadId}_${++made}`
  const own = new URL(url)
  own.pathname = `/${name}`
  await run(url, `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)}`)
  // FORCE: a test that failed may have left connections behind.
  return { url: own.href, drop: () => run(url, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`) }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
