import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '../../server/clock.ts'
import { type Measured, measure } from './measure.ts'
import { makeOfficers } from './officers.ts'
import { report } from './report.ts'
import { fill, makeDatabase } from './seed.ts'
import { liveTemplates } from './templates.ts'

const HELP = `npm run bench -- [--quick] [--large] [--json]

Measures the service against a floor it carries (node:http, prepared better-sqlite3 statements, JSON.stringify on the
same tables, no rules, no log) on 10,000 and 200,000 cases; only the ratios mean anything.

  --quick   10,000 cases only, few rounds
  --large   1,000,000 cases as well
  --json    machine output
`
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}

const sizes = values.quick ? [10_000] : values.large ? [10_000, 200_000, 1_000_000] : [10_000, 200_000]
const rounds = values.quick ? 3 : 7
const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const start = systemClock.now()
const tell = (line: string) => console.error(line)
try {
  tell('living through the cases that the others are copied from …')
  const templates = await liveTemplates(folder, start)
  const measured: Measured[] = []
  for (const size of sizes) {
    tell(`${size} cases: filling …`)
    const database = join(folder, `service-${size}.db`)
    await makeDatabase(database, start)
    const officers = await makeOfficers(database)
    // Each round acknowledges its own cases, on either side; one round is thrown away.
    fill(database, templates, start, size, (rounds + 1) * 200)
    const floor = join(folder, `floor-${size}.db`)
    copyFileSync(database, floor)
    tell(`${size} cases: measuring …`)
    measured.push(await measure({ size, rounds, officers, databases: { service: database, floor } }))
    for (const file of [database, floor]) rmSync(file)
  }
  console.log(values.json ? JSON.stringify(measured) : report(measured))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
