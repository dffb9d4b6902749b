import { Worker } from 'node:worker_threads'

/** A query, and the values of its placeholders, as the driver takes them. */
interface Query {
  readonly sql: string
  readonly values: readonly unknown[]
}
export interface Scan {
  readonly file: string
  readonly queries: readonly Query[]
}

/** Left to itself, a thread takes three times as much for what is young before it tidies up. */
const YOUNG_MEGABYTES = 16

/**
 * Rows of queries that read much, in array form, all of one moment. They are read by a thread of its own on a connection
 * that cannot write: in the thread of the service everybody would wait for seconds.
 */
export function scanApart(file: string, queries: Scan['queries']): Promise<unknown[][][]> {
  const worker = new Worker(new URL('./scan-worker.ts', import.meta.url), {
    workerData: { file, queries },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the reading thread ended early, with ${code}`)))
  })
}
