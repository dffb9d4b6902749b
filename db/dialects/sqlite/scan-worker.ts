import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { Scan } from './scan.ts'

// One query of a thread of its own (scan.ts).
const { file, sql, values } = workerData as Scan
const database = new Database(file, { readonly: true })
database.pragma('busy_timeout = 2000')
parentPort?.postMessage(
  database
    .prepare(sql)
    .raw()
    .all(...values),
)
database.close()
