import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Reading } from './meter.ts'
import { childrenOf } from './processes.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const ENTRY = { service: path('../../server/main.ts'), floor: path('./floor.ts') }

/** Whatever ends the run ends them too. */
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill()
})

/** A server in a process of its own, on a port of its own, with a meter in it. */
export class Server {
  readonly port: number
  readonly #child: ChildProcess
  private constructor(port: number, child: ChildProcess) {
    this.port = port
    this.#child = child
  }
  /**
   * Starts it on a file of SQLite, or on PostgreSQL by its address; it may not answer yet. The service is the one of `npm start`, its log switched on and thrown away.
   * With `profiles`, a CPU profile of it goes into that folder when it ends.
   */
  static async start(kind: keyof typeof ENTRY, database: string, profiles?: string): Promise<Server> {
    const port = await freePort()
    const env = {
      ...process.env,
      DATABASE_URL: database.startsWith('postgres:') ? database : `file:${database}`,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'info',
      SESSION_SECRET: 'a secret of the benchmark, 32 letters',
      RATE_LIMIT_PER_MINUTE: '1000000000',
      OVERLOAD_MS: '60000',
    }
    const profiling = profiles
      ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`, `--cpu-prof-name=${kind}-${port}.cpuprofile`]
      : []
    const child = spawn(process.execPath, [...profiling, '--import', path('./meter.ts'), ENTRY[kind]], {
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    running.add(child)
    child.once('exit', () => running.delete(child))
    return new Server(port, child)
  }
  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }
  get pid(): number {
    return this.#child.pid ?? 0
  }
  /** Processes that it started itself. */
  get children(): readonly number[] {
    return childrenOf(this.#child.pid)
  }
  /** `watch`: from now on it looks for stalls of its loop. */
  async read(what: 'read' | 'watch' = 'read'): Promise<Reading> {
    const answer = once(this.#child, 'message')
    this.#child.send(what)
    const [reading] = await answer
    return reading as Reading
  }
  async stop(): Promise<void> {
    if (this.hasEnded) return
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    await ended
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
