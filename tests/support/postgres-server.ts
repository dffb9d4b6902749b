import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, account, binaries } from './postgres-binaries.ts'

export interface PostgresServer {
  readonly url: string
  readonly stop: () => Promise<void>
}

const password = randomBytes(16).toString('hex')
// Nothing outlives a test run, so nothing is worth a disk flush; tests of durability start their own durable server.
const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** A real PostgreSQL in a folder of its own under the system's temporary folder: on loopback, without a socket file. */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'mekong-liaison-postgres-'))
  chmodSync(folder, 0o755) // another account runs the server when root runs the tests
  let child: ChildProcess | undefined
  let halt = () => {}
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  const abandon = () => {
    halt()
    clear()
  }
  const interrupted = (signal: NodeJS.Signals) => {
    // With a listener of its own, Vitest ends in good order and 'exit' follows; without one, the signal has to kill.
    if (process.listenerCount(signal) > 0) return
    abandon()
    process.kill(process.pid, signal)
  }
  process.once('exit', abandon).once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    const as = account()
    const bin = binaries(folder, as)
    const data = initialise(folder, bin, as)
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200']
    const flags = [...settings, ...(durable ? [] : fast)].flatMap((setting) => ['-c', setting])
    for (let tries = 1; ; tries++) {
      const port = await freePort()
      child = spawn(join(bin, 'postgres'), ['-D', data, '-p', `${port}`, ...flags], {
        ...as,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      // pg_ctl waits for the end, as nothing else can in a process that is exiting.
      halt = () => spawnSync(join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate', '-s'], { ...as, cwd: folder })
      const trouble = await ready(child)
      if (trouble === undefined) return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop }
      // Another process may have taken the port between the look and the start.
      if (tries === 3) throw new Error(`PostgreSQL did not start: ${trouble}`)
    }
  } catch (error) {
    await stop()
    throw error
  }

  async function stop() {
    process.off('exit', abandon).off('SIGINT', interrupted).off('SIGTERM', interrupted)
    await ended(child)
    clear()
  }
}

function initialise(folder: string, bin: string, as: Account | undefined): string {
  const data = join(folder, 'data')
  const secret = join(folder, 'password')
  mkdirSync(data, { mode: 0o700 })
  writeFileSync(secret, password, { mode: 0o600 })
  if (as) for (const path of [data, secret]) chownSync(path, as.uid, as.gid)
  const who = ['--username=postgres', '--auth=password', `--pwfile=${secret}`]
  const how = ['--locale=C', '--encoding=UTF8', '--no-sync', '--no-instructions']
  execFileSync(join(bin, 'initdb'), [`--pgdata=${data}`, ...who, ...how], { ...as, cwd: folder, stdio: 'pipe' })
  return data
}

/** Nothing once connections are accepted; what the server said, when it ended instead. */
function ready(child: ChildProcess): Promise<string | undefined> {
  let said = ''
  return new Promise((resolve) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000)
      if (text.includes('ready to accept connections')) resolve(undefined)
    })
    child.once('error', (error) => resolve(error.message))
    child.once('close', () => resolve(said.trim()))
  })
}

function ended(child: ChildProcess | undefined): Promise<void> {
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGINT') // PostgreSQL's fast shutdown: disconnect everybody, then end
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
