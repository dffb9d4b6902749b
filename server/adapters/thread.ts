import { Worker } from 'node:worker_threads'

const STAND_BACK = new URL('stand-back.worker.ts', import.meta.url).href

/** The thread ended without an answer: killed, or out of memory. */
export class ThreadDied extends Error {}

/** So much one task may hold in megabytes: more is a fault, and must not take the service with it. */
const MOST_MEGABYTES = 400
/** Of these for what is young: left to itself, a thread takes three times as much before it tidies up. */
const YOUNG_MEGABYTES = 16

/**
 * Starts a file as a thread, gives it `workerData` and takes its one message for the answer. The thread gets no
 * environment, stands back behind who answers, and ends when the signal does; then, as when it dies, the promise is rejected.
 */
export function inThread<T>(file: URL, workerData: unknown, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  const worker = new Worker(file, {
    workerData,
    env: {},
    execArgv: ['--import', STAND_BACK],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  })
  return new Promise<T>((resolve, reject) => {
    const end = () => {
      reject(signal.reason)
      void worker.terminate()
    }
    signal.addEventListener('abort', end, { once: true })
    worker.once('message', resolve)
    worker.once('error', (error: Error & { code?: string }) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadDied(error.message) : error),
    )
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', end)
      reject(new ThreadDied(`${file.pathname.split('/').at(-1)} ended with ${code}`))
    })
  })
}
