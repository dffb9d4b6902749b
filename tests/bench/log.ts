import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { openDatabase } from '../../db/open.ts'
import type { Instant } from '../../server/domain/kernel/instant.ts'
import { send, WayHome } from '../support/way-home.ts'
import { writeLog } from './log-file.ts'
import type { Line } from './report.ts'
import { makeDatabase } from './seed.ts'

const ENTRIES = 1_000_000
const CASES = 500

/** One measurement, as a row of the table. */
const row = (what: string, cases: number, value: number, target: number): Line => {
  return { what, cases, value, spread: [value, value], target, met: value <= target }
}

/** Says what a process used, when it ends: microseconds of the processor, and kilobytes at most. */
const USED =
  'data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();console.error("used",u.userCPUTime+u.systemCPUTime,u.maxRSS)})'

/** `mekong-liaison verify` over a million entries with their content, in a process of its own. */
async function measureVerify(folder: string): Promise<readonly Line[]> {
  const path = join(folder, 'log.jsonl')
  await writeLog(path, ENTRIES)
  const began = performance.now()
  const given = ['--import', USED, 'server/cli/main.ts', 'verify', path]
  const { stdout, stderr } = spawnSync(process.execPath, given, { encoding: 'utf8' })
  if (!stdout.startsWith('Untouched')) throw new Error(stdout + stderr)
  const seconds = (performance.now() - began) / 1000
  const [, cpu, peak] = /^used (\d+) (\d+)$/m.exec(stderr) ?? []
  return [
    row('verify: entries with their content, s', ENTRIES, seconds, 60),
    row('verify: the same, on the processor alone, s', ENTRIES, Number(cpu) / 1e6, 60),
    row('verify: the same, most memory, MB', ENTRIES, Number(peak) / 1024, 512),
  ]
}

const cpuMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** CPU of placing an entry in the log, beside that of an act by the service alone: no HTTP, no GraphQL, no reading back. */
async function measureLeaf(folder: string): Promise<readonly Line[]> {
  const path = join(folder, 'leaf.db')
  const way = await WayHome.open(openDatabase(`file:${path}`))
  const { engine, log } = way.service
  for (let count = 0; count < CASES / 5; count += 1) await send(way, 'TH', 'LA')
  await log.run()
  const began = cpuMs()
  for (let count = 0; count < CASES; count += 1) await send(way, 'TH', 'LA')
  const acted = cpuMs()
  await log.run()
  const placed = cpuMs()
  await engine.close()
  const share = (100 * (placed - acted)) / (acted - began)
  return [row('placing an entry in the log, % of the CPU of an act', CASES, share, 5)]
}

/** The log alone: what it costs the acts, and how long it takes to verify. */
export async function measureLog(folder: string, start: Instant): Promise<readonly Line[]> {
  await makeDatabase(join(folder, 'leaf.db'), start)
  return [...(await measureLeaf(folder)), ...(await measureVerify(folder))]
}
