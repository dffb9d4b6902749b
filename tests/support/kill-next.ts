import { readFileSync } from 'node:fs'
import { childrenOf } from '../bench/processes.ts'

const LOOK_MS = 5

/**
 * Kills the next processes that this one starts with a file, as a machine short of memory does; on Linux alone. Stopped, it
 * says how many it killed.
 */
export function killNext(file: string, most: number): { readonly stop: () => number } {
  const killed = new Set<number>()
  const looking = setInterval(() => {
    for (const pid of childrenOf(process.pid))
      if (killed.size < most && !killed.has(pid) && runs(pid, file) && process.kill(pid, 'SIGKILL')) killed.add(pid)
  }, LOOK_MS)
  return {
    stop: () => {
      clearInterval(looking)
      return killed.size
    },
  }
}

function runs(pid: number, file: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(file)
  } catch {
    return false // it has ended meanwhile
  }
}
