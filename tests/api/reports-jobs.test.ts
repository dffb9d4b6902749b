import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freeJob } from '../../db/report-job-queries.ts'
import type { WriteFile } from '../../server/services/reports/make-file.ts'
import { openService } from '../../server/services/service.ts'
import { engineKinds } from '../support/engines.ts'
import { JobsDesk, NOTHING, persons } from '../support/jobs-desk.ts'
import { codesOf } from '../support/report-desk.ts'
import { keptOf, releaseRows } from '../support/report-store.ts'
import { addFacts } from '../support/told-facts.ts'

describe.each(engineKinds)('figures and files are made behind the acts, on %s', (kind) => {
  let desk: JobsDesk
  let secretariat: string
  beforeEach(async () => {
    desk = await JobsDesk.inSmallWorld(kind)
    secretariat = desk.secretariatKey
  })
  afterEach(() => desk.api.close())

  const cancel = (key: string, id: string, version = 1) =>
    desk.api.act(key, 'cancelReport', { reportId: id, expectedVersion: version })
  const cancelFile = (id: string) =>
    desk.api.act(secretariat, 'cancelReportFile', { reportFileId: id, expectedVersion: 1 })
  test('what is given up leaves nothing', async () => {
    const report = await desk.draft()
    expect((await cancel(secretariat, report)).problems).toEqual([])
    await desk.made()
    expect(await keptOf(desk.api.engine, report)).toEqual(NOTHING)
    expect(await desk.making(report)).toMatchObject({ state: 'CANCELLED', percent: 0, failure: null })
    expect(codesOf(await cancel(secretariat, report, 2))).toEqual(['REPORT_MADE_ALREADY'])
    const other = await desk.report()
    const file = await desk.askForFile(other)
    expect((await cancelFile(file)).problems).toEqual([])
    await desk.made()
    expect(await keptOf(desk.api.engine, file)).toEqual(NOTHING)
    expect(await desk.lookAtFile(secretariat, file)).toMatchObject({
      version: 2,
      making: { state: 'CANCELLED' },
      sha256: null,
      download: null,
    })
    expect(await keptOf(desk.api.engine, other)).toEqual({ ...NOTHING, contents: ['figures'], releases: 1 })
  })

  test('given up in the same moment in which it ends: whole or nothing', async () => {
    for (let round = 0; round < 6; round += 1) {
      const report = await desk.draft({ year: 2025 })
      const made = desk.made()
      for (let step = 0; step < round * 3; step += 1) await desk.making(report)
      const { noun, problems } = await cancel(secretariat, report)
      await made
      const { state } = await desk.making(report)
      const kept = await keptOf(desk.api.engine, report)
      expect([state, kept]).toEqual(
        noun ? ['CANCELLED', NOTHING] : ['MADE', { ...NOTHING, contents: ['figures'], releases: 1 }],
      )
      if (!noun) expect(['CONFLICT', 'REPORT_MADE_ALREADY']).toContain(problems[0].code)
    }
  })

  test('two services make each thing once', async () => {
    const { engine, clock } = desk.api
    const other = await openService(engine, clock, 'a secret of the tests, 32 letters')
    const written: string[] = []
    const write: WriteFile = async (_service, _content, hash) => {
      written.push(hash)
      return Buffer.from(hash)
    }
    other.reports.connect(write)
    desk.api.service.reports.connect(write)
    const report = await desk.report()
    const files = []
    for (let count = 0; count < 8; count += 1) files.push(await desk.askForFile(report))
    await Promise.all([desk.made(), other.reports.run(other)])
    expect(written).toHaveLength(8)
    for (const file of files) expect(await keptOf(engine, file)).toEqual({ ...NOTHING, files: 1 })
    const drafts = [await desk.draft(), await desk.draft(), await desk.draft()]
    await Promise.all([desk.made(), other.reports.run(other)])
    for (const one of drafts) expect((await desk.making(one)).state).toBe('MADE')
    // Numbered without a gap, each once: what came second was held against the first.
    const releases = await releaseRows(engine)
    expect(releases.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    expect(new Set(releases.map((one) => one.report)).size).toBe(4)
  })

  test('services that stop in the middle let go at once, as often as it may be, and the next one makes it', async () => {
    const { engine, clock } = desk.api
    const file = await desk.askForFile(await desk.report())
    for (let stops = 0; stops < 3; stops += 1) {
      const other = await openService(engine, clock, 'a secret of the tests, 32 letters')
      let stopped: Promise<void> | null = null
      other.reports.connect(() => {
        stopped = other.reports.stop()
        return Promise.reject(new Error('cut off'))
      })
      await other.reports.run(other)
      await stopped
      expect(await freeJob(engine, clock.now())).toMatchObject({ attempt: 0 })
    }
    await desk.made()
    expect(await keptOf(engine, file)).toEqual({ ...NOTHING, files: 1 })
  })

  test('of two drafts at one moment the second is protected against what the first shows', async () => {
    // 9 in the quarter, 11 in the year: two that are withheld, of one of which the other would tell.
    await addFacts(desk.api.engine, persons(2, { quarter: '2025-Q3' }))
    const { engine, clock } = desk.api
    const other = await openService(engine, clock, 'a secret of the tests, 32 letters')
    other.reports.connect(() => Promise.reject(new Error('no file was asked for')))
    const drafts = [await desk.draft({ quarter: 2 }), await desk.draft()]
    await Promise.all([desk.made(), other.reports.run(other)])
    const releases = await releaseRows(engine)
    expect(releases.map(({ number }) => number)).toEqual([1, 2])
    const totals = await Promise.all(
      drafts.map(async (id) => {
        const { tables } = await desk.look(secretariat, id)
        const sent = tables.find((one: { id: string }) => one.id === 'sent-by-corridor')
        const [total] = sent.cells.filter((one: { where: readonly object[] }) => one.where.length === 1)
        return total.count
      }),
    )
    // With both, the two of the third quarter would be known.
    expect(totals.filter((count) => count !== null)).toHaveLength(1)
    expect([9, 11]).toContain(totals.find((count) => count !== null))
  })
})
