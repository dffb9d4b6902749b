/** What a server's process has used since it began: CPU in microseconds, memory in bytes. */
export interface Reading {
  readonly cpu: number
  readonly memory: number
}

// Loaded into a server's process before its own code (`--import`): answers every message with a reading.
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpu: user + system, memory: process.memoryUsage.rss() } satisfies Reading)
})
// The meter alone keeps no server alive.
process.channel?.unref()
