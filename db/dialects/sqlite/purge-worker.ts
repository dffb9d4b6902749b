import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

// The purge of a file, in a thread of its own (purge.ts).
const database = new Database(workerData as string)
database.pragma('busy_timeout = 2000')
parentPort?.postMessage(purged())
database.close()

function purged(): boolean {
  try {
    database.exec('VACUUM')
    const hasSamples = database.prepare("select 1 from sqlite_master where name = 'sqlite_stat1'").get()
    if (hasSamples) database.exec('ANALYZE')
    const [{ busy } = { busy: 1 }] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return busy === 0
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false
    throw error
  }
}
