import { setTimeout as pause } from 'node:timers/promises'
import { ask, type Call, firstAnswer } from './load.ts'
import type { Filled } from './measure.ts'
import { busySeconds, treeCpu, usedBy } from './processes.ts'
import { queueOf } from './questions.ts'
import { Secretariat } from './report-calls.ts'
import { Server } from './servers.ts'

/** Officers look at their queues: so often all together, whatever the answers take. */
const EVERY_MS = 20
const QUIET_MS = 10_000
/** How often the memory of the processes that the service started is looked at. */
const LOOK_MS = 50

/** One thing that was made: seconds, and those on the processor of the service and of the processes that it started. */
interface Job {
  readonly what: string
  readonly seconds: number
  readonly cpu: number
  readonly apart: number
  readonly stall: number
}

/** Officers alone for a while, then a report and its files beside them; milliseconds that each queue took. */
interface Round {
  readonly aloneMs: readonly number[]
  readonly aloneStall: number
  readonly besideMs: readonly number[]
  readonly jobs: readonly Job[]
}

export interface ReportsMade {
  readonly cases: number
  readonly rounds: readonly Round[]
  /** The most memory of the service, before the first report and in all, and of the processes that it started, together; bytes. */
  readonly peakBefore: number
  readonly peak: number
  readonly apartPeak: number
  /** Processors that were busy with other work than this. */
  readonly others: number
}

/** Reports and their files made by the service as npm start runs it, in turns with officers alone: what else the machine does weighs on both. */
export async function measureReports(
  { size, path, officers }: Filled,
  key: string,
  year: number,
  rounds: number,
): Promise<ReportsMade> {
  const server = await Server.start('service', path)
  const calls = [...officers.values()].map((officer) => queueOf(officer).service)
  const [first] = calls
  if (first) await firstAnswer(server, first)
  await server.read('watch')
  await beside(server, calls, () => pause(QUIET_MS))
  const peakBefore = (await server.read()).peak
  const [began, busy, own] = [performance.now(), busySeconds(), treeCpu(process.pid)]
  const secretariat = new Secretariat(server, key)
  const done: Round[] = []
  let apartPeak = 0
  const looking = setInterval(() => {
    apartPeak = Math.max(
      apartPeak,
      server.children.map(usedBy).reduce((sum, { peak }) => sum + peak, 0),
    )
  }, LOOK_MS)
  for (let round = 0; round < rounds; round += 1) done.push(await oneRound(server, calls, secretariat, year))
  clearInterval(looking)
  const seconds = (performance.now() - began) / 1000
  const others = (busySeconds() - busy - (treeCpu(process.pid) - own)) / seconds
  const { peak } = await server.read()
  await server.stop()
  return { cases: size, rounds: done, peakBefore, peak, apartPeak, others }
}

async function oneRound(
  server: Server,
  calls: readonly Call[],
  secretariat: Secretariat,
  year: number,
): Promise<Round> {
  const alone = await beside(server, calls, () => pause(QUIET_MS))
  const jobs: Job[] = []
  const besideMs: number[] = []
  const job = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const apart = () => treeCpu(server.pid) - usedBy(server.pid).cpu
    const before = apart()
    const { value, tookMs, cpu, seconds, stall } = await beside(server, calls, work)
    besideMs.push(...tookMs)
    const queues = (alone.cpu / alone.tookMs.length) * tookMs.length
    jobs.push({ what, seconds, cpu: cpu - queues, apart: apart() - before, stall })
    return value
  }
  const report = await job('figures', () => secretariat.report(year))
  await job('PDF, one language', () => secretariat.file(report, 'PDF', ['en']))
  await job('PDF, two languages', () => secretariat.file(report, 'PDF', ['km', 'en']))
  await job('XLSX', () => secretariat.file(report, 'XLSX', ['en']))
  await job('DOCX', () => secretariat.file(report, 'DOCX', ['th', 'en']))
  return { aloneMs: alone.tookMs, aloneStall: alone.stall, besideMs, jobs }
}

/** Asks for queues at an even pace until the work is done, however long they take to answer. */
async function beside<T>(server: Server, calls: readonly Call[], work: () => Promise<T>) {
  const before = (await server.read()).cpu
  const tookMs: number[] = []
  const asked: Promise<void>[] = []
  const timer = setInterval(() => {
    const start = performance.now()
    const call = calls[asked.length % calls.length] as Call
    asked.push(ask(server, call).then(() => void tookMs.push(performance.now() - start)))
  }, EVERY_MS)
  const began = performance.now()
  const value = await work().finally(() => clearInterval(timer))
  const seconds = (performance.now() - began) / 1000
  await Promise.all(asked)
  const { cpu, stall } = await server.read()
  return { value, tookMs, seconds, cpu: (cpu - before) / 1e6, stall }
}
