import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freeJob, takeWrite } from '../../db/report-job-queries.ts'
import { ProcessDied } from '../../server/adapters/apart.ts'
import { MINUTE, plus } from '../../server/domain/kernel/instant.ts'
import { engineKinds } from '../support/engines.ts'
import { HOME, JobsDesk, NOTHING, SUMMARY } from '../support/jobs-desk.ts'
import { killNext } from '../support/kill-next.ts'
import { codesOf, line } from '../support/report-desk.ts'
import { bareId, jobsIn, keepOldText, keptOf } from '../support/report-store.ts'
import { addFacts, straightHome } from '../support/told-facts.ts'

describe.each(engineKinds)('figures and files that cannot be made, on %s', (kind) => {
  let desk: JobsDesk
  let secretariat: string
  beforeEach(async () => {
    desk = await JobsDesk.inSmallWorld(kind)
    secretariat = desk.secretariatKey
  })
  afterEach(() => desk.api.close())

  /** Takes the oldest job as another process would, which then dies. */
  const takeAndDie = async () => {
    const { engine, clock } = desk.api
    const job = await freeJob(engine, clock.now())
    if (!job) throw new Error('nothing is to be made')
    expect(await engine.commit([takeWrite(job, plus(clock.now(), MINUTE))])).toBeNull()
    expect(await engine.commit([takeWrite(job, plus(clock.now(), MINUTE))])).toBe('conflict')
    return job
  }

  test('what a process left behind that died is taken up again, and the third time it has failed', async () => {
    const report = await desk.draft()
    await takeAndDie()
    await desk.made()
    expect(await jobsIn(desk.api.engine)).toMatchObject([{ id: bareId(report), attempt: 1 }])
    desk.api.clock.set(plus(desk.api.clock.now(), MINUTE))
    await desk.made()
    expect((await desk.making(report)).state).toBe('MADE')
    expect(await jobsIn(desk.api.engine)).toEqual([])

    const file = await desk.askForFile(report)
    await takeAndDie()
    desk.api.clock.set(plus(desk.api.clock.now(), MINUTE))
    await takeAndDie()
    desk.api.clock.set(plus(desk.api.clock.now(), MINUTE))
    await desk.made()
    expect(await desk.lookAtFile(secretariat, file)).toMatchObject({
      making: { state: 'FAILED', failure: 'WORKER_DIED' },
      download: null,
    })
    expect(await keptOf(desk.api.engine, file)).toEqual(NOTHING)
  })

  test('a process that is killed while it protects is started once more', async () => {
    const killedIn = async (most: number) => {
      const report = await desk.draft()
      const killing = killNext('protect.worker.ts', most)
      await desk.made()
      expect(killing.stop()).toBe(most)
      return desk.making(report)
    }
    expect(await killedIn(1)).toMatchObject({ state: 'MADE', failure: null })
    desk.api.later(1)
    expect(await killedIn(2)).toMatchObject({ state: 'FAILED', failure: 'WORKER_DIED' })
    expect(await jobsIn(desk.api.engine)).toEqual([])
  })

  test('a process that dies is tried once more; twice it has failed, and the others are made', async () => {
    const report = await desk.report()
    let deaths = 1
    let tried = 0
    desk.api.service.reports.connect(async () => {
      tried += 1
      if (deaths === 0) return Buffer.from('a file')
      deaths -= 1
      throw new ProcessDied('killed')
    })
    const once = await desk.askForFile(report)
    await desk.made()
    expect([tried, (await desk.lookAtFile(secretariat, once)).making.state]).toEqual([2, 'MADE'])
    deaths = 2
    const twice = await desk.askForFile(report)
    desk.api.later(1)
    const after = await desk.askForFile(report)
    await desk.made()
    expect(tried).toBe(5)
    expect((await desk.lookAtFile(secretariat, twice)).making).toMatchObject({ failure: 'WORKER_DIED' })
    expect(await keptOf(desk.api.engine, twice)).toEqual(NOTHING)
    expect((await desk.lookAtFile(secretariat, after)).making.state).toBe('MADE')
  })

  test('what breaks otherwise has failed, each is told once, and the next is made right away', async () => {
    const report = await desk.report()
    let tried = 0
    desk.api.service.reports.connect(async () => {
      tried += 1
      if (tried < 3) throw new Error(`fault ${tried} of ours`)
      return Buffer.from('a file')
    })
    const files: string[] = []
    for (let count = 0; count < 3; count += 1) {
      files.push(await desk.askForFile(report))
      desk.api.later(1)
    }
    const told: string[] = []
    desk.api.service.reports.start(desk.api.service, (error) => told.push((error as Error).message))
    // Whoever waits for the same run hears of the first.
    await expect(desk.made()).rejects.toThrow('fault 1 of ours')
    expect(told).toEqual(['fault 1 of ours', 'fault 2 of ours'])
    const states = await Promise.all(files.map((file) => desk.lookAtFile(secretariat, file)))
    expect(states.map(({ making: { state, failure } }) => [state, failure])).toEqual([
      ['FAILED', 'NOT_MADE'],
      ['FAILED', 'NOT_MADE'],
      ['MADE', null],
    ])
  })

  test('a character that was kept before and no font has is named, in the language of whoever asks', async () => {
    const report = await desk.report()
    await desk.edit(report, 'TH', [line('Courses were held.', { part: 'RESULTS' })])
    await keepOldText(desk.api.engine, await desk.part(report, 'TH'), 'Courses ᚠ were held.')
    const key = await desk.key('TH')
    const file = await desk.way.must(key, 'makeReportFile', { report, format: 'PDF', languages: ['en'] })
    await desk.made()
    expect(await keptOf(desk.api.engine, file)).toEqual(NOTHING)
    const texts = new Set<string>()
    for (const language of ['en', 'km', 'lo', 'my', 'th', 'vi', 'zh']) {
      const query = `query ($id: ID!, $language: Language) { node(id: $id) { ... on ReportFile {
        making { failure failureText(language: $language) } } } }`
      const { making: told } = (await desk.api.ask(key, query, { id: file, language })).data.node
      expect(told).toMatchObject({ failure: 'GLYPH_MISSING', failureText: expect.stringContaining('ᚠ') })
      texts.add(told.failureText)
    }
    expect(texts.size).toBe(7)
  })

  test('a period without data, figures that are not made, and too many that wait', async () => {
    const refusal = async (name: string, input: object) => codesOf(await desk.api.act(secretariat, name, input))
    expect(await refusal('draftReport', { ...SUMMARY, year: 2024 })).toEqual(['PERIOD_WITHOUT_DATA year'])
    expect(await refusal('draftReport', { ...SUMMARY, quarter: 1 })).toEqual(['PERIOD_WITHOUT_DATA year'])
    const waiting = await desk.draft()
    const json = { report: waiting, format: 'JSON', languages: [] }
    expect(await refusal('makeReportFile', json)).toEqual(['REPORT_NOT_MADE report'])
    expect(codesOf(await desk.publish(waiting))).toEqual(['REPORT_NOT_MADE'])
    for (let count = 1; count < 10; count += 1) await desk.draft()
    expect(await refusal('draftReport', SUMMARY)).toEqual(['TOO_MANY'])
    // Of another office none waits.
    const focal = await desk.key('TH', 'focal')
    const review = { kind: 'CORRIDOR_REVIEW', year: 2025, ...HOME }
    expect(codesOf(await desk.api.act(focal, 'draftReport', review))).toEqual([])
    await desk.made()
    for (let count = 0; count < 10; count += 1) await desk.askForFile(waiting)
    expect(await refusal('makeReportFile', json)).toEqual(['TOO_MANY'])
  })

  test('steps were done in the period, but nothing that the report counts: it has failed', async () => {
    const [step] = straightHome(HOME, { kind: 'step', name: 'reviewRequest', quarter: '2024-Q1', owedBy: 'TH' })
    await addFacts(desk.api.engine, step ? [step] : [])
    const report = await desk.draft({ year: 2024 })
    await desk.made()
    expect(await desk.making(report)).toMatchObject({ state: 'FAILED', failure: 'NO_DATA' })
    expect(await keptOf(desk.api.engine, report)).toEqual(NOTHING)
  })
})
