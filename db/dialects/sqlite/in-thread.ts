import { Worker } from 'node:worker_threads'

/** Left to itself, a thread takes three times as much for what is young before it tidies up. */
const YOUNG_MEGABYTES = 16

/** Starts a file as a thread with a connection of its own, gives it `workerData` and takes its one message for the answer. */
export function inThread<T>(file: URL, workerData: unknown): Promise<T> {
  const worker = new Worker(file, { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } })
  return new Promise<T>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`${file.pathname.split('/').at(-1)} ended early, with ${code}`)))
  })
}
