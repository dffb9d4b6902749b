import { Worker } from 'node:worker_threads'

/**
 * Writes the file anew, and what the planner remembers of keys, and cuts the log of writes to nothing. `secure_delete`
 * zeroes what is deleted where it lay, but not the copies that stay behind where a page was divided or filled up. A thread
 * of its own does it: reads go on meanwhile. False where somebody else was in the way.
 */
export function purgeSqlite(file: string): Promise<boolean> {
  const worker = new Worker(new URL('./purge-worker.ts', import.meta.url), { workerData: file })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the purging thread ended early, with ${code}`)))
  })
}
