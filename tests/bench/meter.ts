import { monitorEventLoopDelay } from 'node:perf_hooks'
import { usedBy } from './processes.ts'

/** What a server's process has used since it began: CPU in microseconds, memory in bytes. */
export interface Reading {
  readonly cpu: number
  readonly memory: number
  /** The most memory it ever had; `maxRSS` would begin with that of the process it was forked from. */
  readonly peak: number
  /** Milliseconds of the longest stall of its loop since the last reading; 0 until it was asked to watch. */
  readonly stall: number
}

const RESOLUTION_MS = 1
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })

// Loaded into a server's process before its own code (`--import`): answers every message with a reading.
process.on('message', (message) => {
  // Costs a turn of the loop each millisecond: only where stalls are looked for.
  if (message === 'watch') delay.enable()
  const { user, system } = process.cpuUsage()
  const stall = Math.max(0, delay.max / 1e6 - RESOLUTION_MS)
  delay.reset()
  const memory = process.memoryUsage.rss()
  process.send?.({ cpu: user + system, memory, peak: usedBy(process.pid).peak, stall } satisfies Reading)
})
// The meter alone keeps no server alive.
process.channel?.unref()
