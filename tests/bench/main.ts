import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '../../server/clock.ts'
import { waitingFor } from './calls.ts'
import { measureClockJob } from './clock-job.ts'
import { measureAttack } from './hostile.ts'
import { measureLog } from './log.ts'
import { type Filled, measure, startTimes } from './measure.ts'
import { makeOfficers } from './officers.ts'
import { openingTimes } from './openings.ts'
import { linesOf, table } from './report.ts'
import { reportsOver } from './reports.ts'
import { fill, makeDatabase } from './seed.ts'
import { liveTemplates } from './templates.ts'

const HELP = `npm run bench -- [--quick] [--large] [--log] [--reports] [--json] [--profile DIR]

Measures the service (as npm start runs it, log on) against a floor: node:http, prepared better-sqlite3 statements and
JSON.stringify on the same database, no access rules, no log. Both answer the same, which is checked first. Only the
ratios mean anything; a target missed is printed as missed, and the exit code stays 0. Then the clock's own work, in this
process: how long nobody else is served while it walks over all open cases.

  (nothing)   10,000 and 200,000 cases; 2 GB in the system's temporary folder
  --quick     10,000 cases and few rounds
  --large     1,000,000 cases as well; 10 GB
  --log       the log alone: what an entry costs, and verify over a million of them; 1 GB
  --reports   reports alone, on SQLite and PostgreSQL: figures and files of a year, and what officers feel of it; 10 GB
  --json      machine output
  --profile DIR
              CPU profiles of service and floor, for Chrome's developer tools or an editor; ratios are then not to be trusted
`

function options() {
  const flag = { type: 'boolean', default: false } as const
  try {
    const flags = {
      quick: flag,
      large: flag,
      log: flag,
      reports: flag,
      json: flag,
      help: { ...flag, short: 'h' },
    } as const
    return parseArgs({ options: { ...flags, profile: { type: 'string' } } }).values
  } catch (error) {
    console.error((error as Error).message)
    return process.exit(2)
  }
}

const { quick, large, log, reports, json, help, profile } = options()
if (help) {
  process.stdout.write(HELP)
  process.exit(0)
}
const sizes = quick ? [10_000] : large ? [10_000, 200_000, 1_000_000] : [10_000, 200_000]
const clockCases = quick ? 5_000 : 100_000
const [rounds, starts] = quick ? [5, 3] : [15, 5]
const tell = (line: string) => console.error(line)

const folder = mkdtempSync(join(tmpdir(), 'mekong-liaison-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const start = systemClock.now()
if (log) {
  const lines = await measureLog(folder, start)
  console.log(json ? JSON.stringify(lines) : table(lines))
  process.exit(0)
}
tell('living through the cases that the others are copied from …')
const templates = await liveTemplates(folder, start)
const reportCases = quick ? 10_000 : 200_000
const makeReports = async () => {
  tell(`making reports over ${reportCases.toLocaleString('en')} cases …`)
  return reportsOver(folder, templates, start, reportCases, quick ? 2 : 5)
}
if (reports) {
  const lines = await makeReports()
  console.log(json ? JSON.stringify(lines) : table(lines))
  process.exit(0)
}
const filled: Filled[] = []
for (const size of sizes) {
  tell(`filling a database with ${size.toLocaleString('en')} cases …`)
  const path = join(folder, `${size}.db`)
  await makeDatabase(path, start)
  const officers = await makeOfficers(path)
  fill(path, templates, start, { mixed: size, waiting: waitingFor(rounds) })
  filled.push({ size, path, officers })
}
tell('measuring …')
const measured = await measure(filled, rounds, profile)
const startMs = await startTimes(filled.at(-1) as Filled, starts)
tell(`walking over ${clockCases.toLocaleString('en')} open cases …`)
tell('asking beside hostile requests …')
const attack = await measureAttack(filled[0] as Filled, rounds)
const clockJob = await measureClockJob(join(folder, 'clock.db'), templates, start, clockCases)
const lines = [
  ...linesOf(measured, startMs, clockJob, openingTimes(templates, start), attack),
  ...(await makeReports()),
]
console.log(json ? JSON.stringify(lines) : table(lines))
