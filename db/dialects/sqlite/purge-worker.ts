import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

// The purge of a file, in a thread of its own (purge.ts).
const database = new Database(workerData as string)
database.pragma('busy_timeout = 2000')
database.pragma('secure_delete = ON')
parentPort?.postMessage(purged())
database.close()

function purged(): boolean {
  try {
    // Who reads for long keeps the log of writes from being cut, and it would grow by the whole file.
    if (!isLogCut()) return false
    // What the planner remembers of keys goes first, and the copies that it leaves with all others.
    if (database.prepare("select 1 from sqlite_master where name = 'sqlite_stat1'").get()) database.exec('ANALYZE')
    database.exec('VACUUM')
    return isLogCut()
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false
    throw error
  }
}

function isLogCut(): boolean {
  const [{ busy } = { busy: 1 }] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  return busy === 0
}
