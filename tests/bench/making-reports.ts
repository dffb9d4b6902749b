import { setTimeout as pause } from 'node:timers/promises'
import { ask, type Call, firstAnswer } from './load.ts'
import type { Filled } from './measure.ts'
import { usedBy } from './processes.ts'
import { queueOf } from './questions.ts'
import { Secretariat } from './report-calls.ts'
import { Server } from './servers.ts'

/** Officers look at their queues: so often all together, whatever the answers take. */
const EVERY_MS = 20
const QUIET_MS = 15_000

/** One thing that was made: seconds, and those on the processor of the service and of the process that typesets. */
interface Job {
  readonly what: string
  readonly seconds: number
  readonly cpu: number
  readonly typesetting: number
  readonly stall: number
  /** The most memory that the service had until it was made; bytes. */
  readonly peak: number
}

export interface ReportsMade {
  readonly cases: number
  readonly jobs: readonly Job[]
  /** Milliseconds that each queue took while nothing was made, and while something was. */
  readonly quietMs: readonly number[]
  readonly besideMs: readonly number[]
  readonly quietStall: number
  /** The most memory of the service with its threads, and of the process that typesets; bytes. */
  readonly quietPeak: number
  readonly peak: number
  readonly typesetterPeak: number
}

/** A report and its files made by the service as npm start runs it, beside officers who look at their queues. */
export async function measureReports(
  { size, path, officers }: Filled,
  key: string,
  year: number,
): Promise<ReportsMade> {
  const server = await Server.start('service', path)
  const calls = [...officers.values()].map((officer) => queueOf(officer).service)
  await firstAnswer(server, calls[0] as Call)
  await server.read('watch')
  await beside(server, calls, () => pause(QUIET_MS / 3))
  const quiet = () => beside(server, calls, () => pause(QUIET_MS))
  const before = await quiet()
  const quietPeak = (await server.read()).peak
  const secretariat = new Secretariat(server, key)
  const jobs: Job[] = []
  const besideMs: number[] = []
  let typesetterPeak = 0
  const job = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const typesetting = () => server.children.map(usedBy)
    const cpuOf = (used: ReturnType<typeof typesetting>) => used.reduce((sum, { cpu }) => sum + cpu, 0)
    const [began, startCpu, startTypesetting] = [performance.now(), (await server.read()).cpu, cpuOf(typesetting())]
    const { value, tookMs, stall } = await beside(server, calls, work)
    const seconds = (performance.now() - began) / 1000
    const [after, used] = [await server.read(), typesetting()]
    besideMs.push(...tookMs)
    typesetterPeak = Math.max(typesetterPeak, ...used.map(({ peak }) => peak))
    const queues = (before.cpu / before.tookMs.length) * tookMs.length
    const cpu = (after.cpu - startCpu) / 1e6 - queues
    jobs.push({ what, seconds, cpu, typesetting: cpuOf(used) - startTypesetting, stall, peak: after.peak })
    return value
  }
  const report = await job('figures', () => secretariat.report(year))
  await job('PDF, one language', () => secretariat.file(report, 'PDF', ['en']))
  await job('PDF, two languages', () => secretariat.file(report, 'PDF', ['km', 'en']))
  await job('XLSX', () => secretariat.file(report, 'XLSX', ['en']))
  await job('DOCX', () => secretariat.file(report, 'DOCX', ['th', 'en']))
  await job('figures again, held against the first', () => secretariat.report(year))
  const { peak } = await server.read()
  const after = await quiet()
  await server.stop()
  const quietStall = Math.max(before.stall, after.stall)
  const quietMs = [...before.tookMs, ...after.tookMs]
  return { cases: size, jobs, quietMs, besideMs, quietStall, quietPeak, peak, typesetterPeak }
}

/** Asks for queues at an even pace until the work is done, however long they take to answer. */
async function beside<T>(server: Server, calls: readonly Call[], work: () => Promise<T>) {
  const began = (await server.read()).cpu
  const tookMs: number[] = []
  const asked: Promise<void>[] = []
  const timer = setInterval(() => {
    const start = performance.now()
    const call = calls[asked.length % calls.length] as Call
    asked.push(ask(server, call).then(() => void tookMs.push(performance.now() - start)))
  }, EVERY_MS)
  const value = await work().finally(() => clearInterval(timer))
  await Promise.all(asked)
  const { cpu, stall } = await server.read()
  return { value, tookMs, cpu: (cpu - began) / 1e6, stall }
}
