import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../../db/engine.ts'
import { openDatabase } from '../../db/open.ts'
import { reckoningsDue } from '../../db/reckoning-queries.ts'
import { StandingClock } from '../../server/clock.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { addDays, type Day, type Instant } from '../../server/domain/kernel/instant.ts'
import { runDueJobs } from '../../server/jobs/due-jobs.ts'
import { pause } from '../../server/jobs/pause.ts'
import { reckonAgain } from '../../server/jobs/reckon-again.ts'
import { execute } from '../../server/services/execute.ts'
import { openService, type Service } from '../../server/services/service.ts'
import { engineKinds, type OpenEngine, openEngine, START } from '../support/engines.ts'
import { everyRow } from '../support/every-row.ts'
import { queueFaults, reckonedIn } from '../support/queue-rows.ts'
import { type StoreCopies, storeCopies } from '../support/store-copies.ts'
import { accept, at, send, WayHome } from '../support/way-home.ts'

async function declare(way: WayHome, country: CountryCode, holidays: readonly Day[], makeUpDays: readonly Day[] = []) {
  const request = { target: null, input: { year: 2026, holidays, makeUpDays }, key: way.key(), expectedVersion: null }
  const { problems } = await execute(way.service, 'setHolidays', request, way.officer(country, 'admin'))
  expect(problems).toEqual([])
}

/** Cases at many stages between two countries: waiting, on hold, returned for information, of a child, on a list, in follow-up. */
async function manyStages(way: WayHome): Promise<void> {
  const focal = way.officer('LA', 'focal')
  for (const child of [false, true]) {
    const age = child ? { ageBand: 'age-12-14' } : {}
    const consents = child ? { guardian: 'given', childView: 'wishes-to-return' } : {}
    const sent = () => send(way, 'TH', 'LA', age, consents)
    await sent()
    const held = await sent()
    await way.must('acknowledgeRequest', focal, held)
    await way.must('placeOnHold', focal, held, { reason: 'medical' })
    const resumed = await sent()
    await way.must('acknowledgeRequest', focal, resumed)
    await way.must('placeOnHold', focal, resumed, { reason: 'weather' })
    const returned = await sent()
    await way.must('acknowledgeRequest', focal, returned)
    const round = { reason: 'incomplete', questions: ['earliest-travel-day'] }
    await way.must('returnForInformation', focal, returned, round)
    way.later(24 * 3)
    await way.must('resumeCase', focal, resumed)
    const accepted = await sent()
    await accept(way, 'TH', 'LA', accepted, child)
  }
}

describe.each(engineKinds)('queues reckoned anew on %s', (kind) => {
  let open: OpenEngine
  let way: WayHome
  beforeAll(async () => {
    open = await openEngine(kind)
    way = await WayHome.open(open.engine)
    await manyStages(way)
  })
  afterAll(() => open.close())

  test('whatever is declared, every row is due when a case looked at now would say', async () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 30 })
    const offDays = days.map((offsets) => offsets.map((offset) => addDays('2026-02-20' as Day, offset)))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('TH' as const, 'LA' as const),
        offDays,
        offDays,
        fc.integer({ min: 0, max: 90 }),
        async (country, off, on, later) => {
          await declare(way, country, off, on)
          way.later(later)
          await runDueJobs(way.service)
          expect(await queueFaults(way.service)).toEqual([])
        },
      ),
      { numRuns: kind === 'sqlite' ? 25 : 10, seed: 7 },
    )
  })
})

describe.each(engineKinds)('a reckoning that is cut off on %s', (kind) => {
  let copies: StoreCopies
  const CASES = 30
  beforeAll(async () => {
    copies = await storeCopies(kind, async (engine) => {
      const way = await WayHome.open(engine)
      await Promise.all(Array.from({ length: CASES }, () => send(way, 'TH', 'LA')))
    })
  })
  afterAll(() => copies.close())

  const opened = async (url: string, now: Instant = START): Promise<{ engine: Engine; service: Service }> => {
    const engine = openDatabase(url)
    return { engine, service: await openService(engine, new StandingClock(now), 'a secret of the tests, 32 letters') }
  }

  test('goes on after a new start, and says of each deadline once that it moved', async () => {
    const url = await copies.copy()
    const first = openDatabase(url)
    const way = await WayHome.open(first)
    await declare(way, 'LA', ['2026-03-03' as Day])
    // The process ends when it has come some of the way.
    const cut = reckonAgain(way.service).then(
      () => 'done',
      () => 'cut',
    )
    const cursor = async () => (await reckoningsDue(first, START))[0]?.cursor
    while ((await cursor()) === '') await pause()
    await first.close()
    expect(await cut).toBe('cut')

    const { engine, service } = await opened(url, at('2026-03-02T05:00:00.000Z'))
    expect((await reckoningsDue(engine, START)).map((one) => one.cursor)).not.toEqual([''])
    expect(await queueFaults(service)).not.toEqual([])
    const before = (await reckonedIn(engine)).flatMap(({ moved }) => moved).length
    expect(before).toBeGreaterThan(0)
    await runDueJobs(service)
    expect(await queueFaults(service)).toEqual([])
    expect(await reckoningsDue(engine, START)).toEqual([])
    const moved = (await reckonedIn(engine)).flatMap((entry) => entry.moved.map((one) => one.case))
    expect([moved.length, new Set(moved).size]).toEqual([CASES, CASES])
    await engine.close()
  })

  test('two processes share it, while officers act in the same cases', async () => {
    const url = await copies.copy()
    const one = await opened(url)
    const way = await WayHome.open(one.engine)
    await declare(way, 'LA', ['2026-03-03' as Day])
    const other = await opened(url)
    const ids = everyRow(one.engine)
    const focal = way.officer('LA', 'focal')
    const acts = (await ids).cases.slice(0, 10).map(({ id }) => way.act('acknowledgeRequest', focal, id))
    await Promise.all([runDueJobs(way.service), runDueJobs(other.service), ...acts])
    for (const act of acts) expect((await act).problems).toEqual([])
    expect(await queueFaults(other.service)).toEqual([])
    const moved = (await reckonedIn(one.engine)).flatMap((entry) =>
      entry.moved.map((move) => `${move.case} ${move.step}`),
    )
    expect(new Set(moved).size).toBe(moved.length)
    await one.engine.close()
    await other.engine.close()
  })
})
