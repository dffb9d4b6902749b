import { Worker } from 'node:worker_threads'

/** A query, and the values of its placeholders, as the driver takes them. */
export interface Scan {
  readonly file: string
  readonly sql: string
  readonly values: readonly unknown[]
}

/**
 * Rows of a query that reads much, in array form. They are read by a thread of its own on a connection that cannot write:
 * in the thread of the service everybody would wait for seconds.
 */
export function scanApart(scan: Scan): Promise<unknown[][]> {
  const worker = new Worker(new URL('./scan-worker.ts', import.meta.url), { workerData: scan })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the reading thread ended early, with ${code}`)))
  })
}
