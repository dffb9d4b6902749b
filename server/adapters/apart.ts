import { fork } from 'node:child_process'
import type { Reply } from './answer-apart.ts'

/** The process ended without an answer: killed, or out of memory. */
export class ProcessDied extends Error {}

/** So much one task may hold in megabytes: more is a fault, and must not take the machine with it. */
const MOST_MEGABYTES = 400
/** For what is young, one of three parts: left to itself, a process takes three times as much before it tidies up. */
const YOUNG_MEGABYTES = 8

/**
 * Starts a file as a process of its own, gives it a task and takes its answer (`answer-apart.ts`). It gets no environment, stands
 * back behind who answers, and is killed when the signal ends; then, as when it dies, the promise is rejected. Whatever happens to
 * it, an abort of V8 too, the service goes on.
 */
export function apart<T>(file: URL, task: unknown, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  const child = fork(file, {
    env: {},
    execArgv: [`--max-old-space-size=${MOST_MEGABYTES}`, `--max-semi-space-size=${YOUNG_MEGABYTES}`],
    serialization: 'advanced',
  })
  const name = file.pathname.split('/').at(-1)
  return new Promise<T>((resolve, reject) => {
    const end = () => {
      reject(signal.reason)
      child.kill('SIGKILL')
    }
    signal.addEventListener('abort', end, { once: true })
    child.once('message', (reply: Reply<T>) =>
      reply.kind === 'done' ? resolve(reply.answer) : reject(new Error(`${name}: ${reply.why}`)),
    )
    child.once('error', (error) => reject(new ProcessDied(`${name} did not start: ${error.message}`)))
    child.once('exit', (code, killedBy) => {
      signal.removeEventListener('abort', end)
      reject(new ProcessDied(`${name} ended with ${killedBy ?? code}`))
    })
    child.send(task as object, (error) => error && child.kill('SIGKILL'))
  })
}
