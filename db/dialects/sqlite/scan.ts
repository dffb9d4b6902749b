import { inThread } from './in-thread.ts'

const SCAN = new URL('./scan-worker.ts', import.meta.url)

/** A query, and the values of its placeholders, as the driver takes them. */
interface Query {
  readonly sql: string
  readonly values: readonly unknown[]
}
export interface Scan {
  readonly file: string
  readonly queries: readonly Query[]
}

/**
 * Rows of queries that read much, in array form, all of one moment. They are read by a thread of its own on a connection
 * that cannot write: in the thread of the service everybody would wait for seconds.
 */
export const scanApart = (file: string, queries: Scan['queries']): Promise<unknown[][][]> =>
  inThread(SCAN, { file, queries } satisfies Scan)
