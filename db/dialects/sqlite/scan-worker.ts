import { constants, getPriority, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { Scan } from './scan.ts'

// Who answers comes first. On Linux a thread has a priority of its own; elsewhere the whole service would stand back.
if (process.platform === 'linux') setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL))

// Queries of a thread of its own (scan.ts), in one transaction.
const { file, queries } = workerData as Scan
const database = new Database(file, { readonly: true })
database.pragma('busy_timeout = 2000')
const read = database.transaction(() =>
  queries.map(({ sql, values }) =>
    database
      .prepare(sql)
      .raw()
      .all(...values),
  ),
)
parentPort?.postMessage(read())
database.close()
