import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'

const STARTED = 'child_process'

/**
 * Kills the next processes that this one starts with a file, as a machine short of memory does: before they can answer. Stopped,
 * it says how many it killed.
 */
export function killNext(file: string, most: number): { readonly stop: () => number } {
  let killed = 0
  const killIt = (message: unknown) => {
    const { process: child } = message as { readonly process: ChildProcess }
    child.once('spawn', () => {
      if (killed < most && child.spawnargs.some((one) => one.includes(file)) && child.kill('SIGKILL')) killed += 1
    })
  }
  subscribe(STARTED, killIt)
  return {
    stop: () => {
      unsubscribe(STARTED, killIt)
      return killed
    },
  }
}
