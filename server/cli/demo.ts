import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { accountKinds } from '../../db/account-queries.ts'
import type { Engine } from '../../db/engine.ts'
import { markOf, setMark } from '../../db/mark-queries.ts'
import { openDatabase } from '../../db/open.ts'
import { seedProcedures } from '../../db/procedure-queries.ts'
import { buildApp } from '../app.ts'
import { ShiftedClock, StandingClock, systemClock } from '../clock.ts'
import { DEFAULT_SECRET, readConfig } from '../config.ts'
import { makeDemoAccounts } from '../demo/accounts.ts'
import { forgetKeepers, startDemoKeepers } from '../demo/keepers.ts'
import { Officers } from '../demo/officers.ts'
import { liveThrough } from '../demo/world.ts'
import { DAY, type Instant, msOf, parseInstant, plus } from '../domain/kernel/instant.ts'
import { demoClock } from '../http/demo-clock.ts'
import { graphiql } from '../http/graphiql.ts'
import { startTimer } from '../jobs/timer.ts'
import { openService } from '../services/service.ts'
import { BadUse } from './bad-use.ts'
import type { Command, Output } from './command.ts'

const START = '2026-03-02T02:00:00.000Z'
const CASES = 200
const DAYS_LIVED = 60

export const demo: Command = {
  help: `npm run demo -- [--port N] [--data DIR] [--at INSTANT] [--reset]

A small, fictitious world of six countries on an embedded SQLite file, and the service on it. Kept as it is when
started again; --reset makes it anew.

  --port N       port on 127.0.0.1 (4000); 0 takes a free one and prints it
  --data DIR     folder of the database and of demo-keys.json (data)
  --at INSTANT   where its clock starts (${START}); only when the world is made
  --reset        throw the demo of this folder away first
`,
  options: {
    port: { type: 'string', default: '4000' },
    data: { type: 'string', default: 'data' },
    at: { type: 'string', default: START },
    reset: { type: 'boolean', default: false },
  },
  async run(_rest, { port: typedPort, data, at, reset }, output) {
    const port = Number(typedPort)
    const start = parseInstant(String(at))
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new BadUse('--port is a number from 0 to 65535')
    if (!start) throw new BadUse('--at is an instant with its zone, such as 2026-03-02T02:00:00Z')
    const folder = String(data)
    const files = { database: join(folder, 'liaison.db'), keys: join(folder, 'demo-keys.json') }
    mkdirSync(folder, { recursive: true })
    if (reset || (await isHalfMade(files))) await throwAway(files)
    const engine = openDatabase(`file:${files.database}`)
    if (!(await engine.isMigrated()) || (await markOf(engine, 'demo')) === null)
      await makeWorld(engine, files, start, output)
    if (!existsSync(files.keys)) throw new BadUse(`${files.keys} is missing: start with --reset to make the demo anew`)
    await serve(engine, port, readKeys(files.keys), files.keys, folder, output)
    return 0
  },
}

interface Files {
  readonly database: string
  readonly keys: string
}

/** A demo whose making was cut short; a database with accounts of real offices is refused. */
async function isHalfMade({ database }: Files): Promise<boolean> {
  if (!existsSync(database)) return false
  const engine = openDatabase(`file:${database}`)
  try {
    if (!(await engine.isMigrated())) return false
    const { demo, real } = await accountKinds(engine)
    if (real) throw new BadUse(`${database} is not a demo and is left alone`)
    return demo && (await markOf(engine, 'demo')) === null
  } finally {
    await engine.close()
  }
}

async function throwAway(files: Files): Promise<void> {
  await isHalfMade(files)
  const { database, keys } = files
  forgetKeepers(dirname(database))
  for (const file of [database, `${database}-wal`, `${database}-shm`, keys]) rmSync(file, { force: true })
}

const readKeys = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>

async function makeWorld(engine: Engine, files: Files, start: Instant, { say }: Output): Promise<void> {
  say(`making a fictitious world of six countries in ${files.database} …`)
  const clock = new StandingClock(plus(start, -DAYS_LIVED * DAY))
  await engine.migrate()
  await seedProcedures(engine, clock.now())
  const service = await openService(engine, clock, DEFAULT_SECRET, true)
  const keys = await makeDemoAccounts(service)
  await liveThrough(service, clock, await Officers.signIn(service, keys), start, CASES)
  await service.log.stop()
  await setMark(engine, 'clock-ahead-ms', String(msOf(start) - msOf(systemClock.now())))
  writeFileSync(files.keys, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 })
  // Last: what is marked is whole.
  await setMark(engine, 'demo', 'fictitious')
}

async function serve(
  engine: Engine,
  port: number,
  keys: Readonly<Record<string, string>>,
  keysFile: string,
  folder: string,
  { say }: Output,
): Promise<void> {
  await engine.migrate()
  await seedProcedures(engine, systemClock.now())
  const clock = new ShiftedClock(Number((await markOf(engine, 'clock-ahead-ms')) ?? 0))
  const service = await openService(engine, clock, DEFAULT_SECRET, true)
  const app = buildApp(service, { ...readConfig(playedLimits()), LOG_LEVEL: 'warn' })
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-fictitious', 'true')
  })
  graphiql(app)
  demoClock(app, service, clock, (aheadMs) => setMark(engine, 'clock-ahead-ms', String(aheadMs)))
  const { keepers, stop: stopKeepers } = await startDemoKeepers(folder)
  service.log.connect(keepers)
  service.log.start((error) => app.log.error({ err: error }, 'the log was not kept'))
  service.reports.start(service, (error) => app.log.error({ err: error }, 'a report was not made'))
  const url = await app.listen({ port, host: '127.0.0.1' })
  const stopTimer = startTimer(service, (error) => app.log.error({ err: error }, 'a job failed'))
  console.log(welcome(url, keys, keysFile, clock.now()))
  console.log(`listening on ${url}`)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve)
  })
  say('stopping')
  stopTimer()
  await app.close()
  await service.log.stop()
  await stopKeepers()
  await engine.close()
}

/** A walkthrough plays years in seconds, with a few accounts, and whoever tries the demo is not turned away. */
function playedLimits() {
  const { RATE_LIMIT_PER_MINUTE = '60000', OVERLOAD_MS = '5000' } = process.env
  return { RATE_LIMIT_PER_MINUTE, OVERLOAD_MS }
}

function welcome(url: string, keys: Readonly<Record<string, string>>, keysFile: string, now: Instant): string {
  const rows = Object.entries(keys).map(([name, key]) => `  ${name.padEnd(20)} ${key}`)
  return `
Mekong Liaison, a demo. Everything in it is fictitious. Its clock stands at ${now} and runs on.

Accounts and their bearer keys (also in ${keysFile}):
${rows.join('\n')}

What to try
  ${url}/graphiql       queries by hand: put {"Authorization": "Bearer <key>"} into the headers
  npm run walkthrough${url.endsWith(':4000') ? '' : ` -- --url ${url} --keys ${keysFile}`}
      three cases from draft to closure, both countries in their own languages; with --all one of every branch
${tries(keys)
  .map(([what, key, query]) => `  ${what}:\n${curl(`${url}/graphql`, key, { query })}`)
  .join('\n')}
  move the clock forward, as operator:
${curl(`${url}/demo/clock`, keys['operator'], { to: `${plus(now, 7 * DAY).slice(0, 10)}T02:00:00Z` })}
`
}

/** Questions worth asking of this world: what is asked, with whose key, the query. */
const tries = (keys: Readonly<Record<string, string>>): readonly (readonly [string, string | undefined, string])[] => [
  [
    'what a liaison officer owes first, and why it is late',
    keys['th-liaison'],
    '{ myWork(first: 3) { nodes { step { label escalationLabel deadline { stateLabel explanation } } case { reference } } } }',
  ],
  [
    'what the log was when it was last signed, and by which countries’ witnesses',
    keys['vn-focal'],
    '{ checkpoint { size root binding note witnesses { country { name } } } }',
  ],
  [
    'overdue steps that have come to the head of a focal agency',
    keys['vn-focal'],
    '{ escalations(first: 5) { nodes { step levelLabel since office { name } case { reference stageLabel } } } }',
  ],
  [
    'which limits no source gives and two countries have not agreed on',
    keys['secretariat'],
    '{ instrumentGaps(first: 5, requestingCountry: TH, countryOfReturn: KH) { nodes { stepLabel whatLabel count unit } } }',
  ],
  [
    'the history of a case after the return, in two languages',
    keys['la-focal'],
    '{ cases(first: 1, filter: { stage: FOLLOW_UP }) { nodes { timeline { lo: text(language: lo) th: text(language: th) } } } }',
  ],
]

const curl = (address: string, key: string | undefined, body: object): string =>
  `  curl -s ${address} -H "Authorization: Bearer ${key}" -H "Content-Type: application/json" \\
    -d '${JSON.stringify(body)}'`
