import Database from 'better-sqlite3'
import { insertOutbox } from '../../db/commit-statements.ts'
import { openDatabase } from '../../db/open.ts'
import { reckoningWrite } from '../../db/reckoning-queries.ts'
import { registerWrites } from '../../db/register-queries.ts'
import { StandingClock } from '../../server/clock.ts'
import { countryCodes } from '../../server/domain/kernel/country.ts'
import { addDays, DAY, type Day, type Instant, plus } from '../../server/domain/kernel/instant.ts'
import { climbLadder } from '../../server/jobs/climb-ladder.ts'
import { raiseWhereNobodyIs } from '../../server/jobs/raise-where-nobody-is.ts'
import { reckonAgain } from '../../server/jobs/reckon-again.ts'
import { openService, refreshRegisters, type Service } from '../../server/services/service.ts'
import { fill, makeDatabase } from './seed.ts'
import { type Turns, turnsOf } from './stall.ts'
import type { Templates } from './templates.ts'

export interface ClockJob {
  readonly cases: number
  readonly walks: readonly Turns[]
  /** Commits of one row, one after the other: what the disk alone costs. */
  readonly floor: Turns
}

/** By then every open step is overdue, and has gone through all levels of the ladder. */
const LATER_DAYS = 90
const FLOOR_COMMITS = 2_000

/**
 * The walks of the clock over a database of open cases alone, in this process, as waiting requests would feel them: all
 * steps climb the whole ladder, nobody is there to do them, and every country declares its holidays anew.
 */
export async function measureClockJob(
  path: string,
  templates: Templates,
  start: Instant,
  cases: number,
): Promise<ClockJob> {
  await makeDatabase(path, start)
  fill(path, templates, start, { open: cases })
  const database = new Database(path)
  database.exec('update queue set next_at = due_at where owes = 1')
  database.close()
  const engine = openDatabase(`file:${path}`)
  const clock = new StandingClock(plus(start, LATER_DAYS * DAY))
  const service = await openService(engine, clock, 'a secret of the benchmark, 32 letters')
  try {
    const floor = await turnsOf(() => commitSingly(service))
    const climbed = await turnsOf(() => climbLadder(service))
    const raised = await turnsOf(() => raiseWhereNobodyIs(service))
    await declareEverywhere(service, start)
    const reckoned = await turnsOf(() => reckonAgain(service))
    return { cases, walks: [climbed, raised, reckoned], floor }
  } finally {
    await engine.close()
  }
}

async function commitSingly({ engine, clock }: Service): Promise<void> {
  const at = clock.now()
  for (let count = 0; count < FLOOR_COMMITS; count += 1)
    await engine.commit([
      { statement: insertOutbox, params: { id: `floor-${count}`, topic: 'floor', payload: '{}', at } },
    ])
}

/** Every country declares a week off soon after `start`: due days in working days move. */
async function declareEverywhere(service: Service, start: Instant): Promise<void> {
  const at = service.clock.now()
  const first = addDays(start.slice(0, 10) as Day, 2)
  const year = Number(first.slice(0, 4))
  const holidays = [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(first, day)).filter((day) => day.startsWith(`${year}-`))
  for (const country of countryCodes) {
    const content = { country, year, holidays, makeUpDays: [], declaredAt: at }
    const id = `${country}-${year}`
    const before = service.world.holidayTables.get(id)?.version ?? null
    await service.engine.commit([
      ...registerWrites({ before, after: { kind: 'holidays', id, version: (before ?? 0) + 1, content } }, at),
      reckoningWrite({ id: country, country, why: 'holidays', dueAt: at }),
    ])
  }
  await refreshRegisters(service)
}
