import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countFilesMadeBy } from '../../db/old-report-files.ts'
import { runDueJobs } from '../../server/jobs/due-jobs.ts'
import { goneIfMadeBy } from '../../server/jobs/let-files-go.ts'
import { engineKinds } from '../support/engines.ts'
import { JobsDesk } from '../support/jobs-desk.ts'
import { bareId, keptOf, releaseRows } from '../support/report-store.ts'

describe.each(engineKinds)('files of reports, some days after they were made, on %s', (kind) => {
  let desk: JobsDesk
  beforeEach(async () => {
    desk = await JobsDesk.inSmallWorld(kind)
  })
  afterEach(() => desk.api.close())

  test('go with the jobs of the clock, not a day too early, and are made anew to the same bytes', async () => {
    const { api, secretariatKey: key } = desk
    const report = await desk.report()
    const file = await desk.file(key, report)
    const bytes = await desk.read(key, file)
    const first = await desk.lookAtFile(key, file)
    const kept = await keptOf(api.engine, report)
    const released = await releaseRows(api.engine)
    const days = api.service.world.reportFiles.keepDays.count

    api.later(24 * days - 1)
    // Another one, made much later, stays.
    const younger = await desk.file(key, report, 'CSV')
    await runDueJobs(api.service)
    expect((await desk.lookAtFile(key, file)).making.state).toBe('MADE')

    api.later(1)
    const { download } = await desk.lookAtFile(key, file)
    const isDue = () => countFilesMadeBy(api.engine, goneIfMadeBy(api.service.world, api.clock.now()))
    expect(await isDue()).toBe(1)
    await runDueJobs(api.service)
    expect(await isDue()).toBe(0)
    expect((await keptOf(api.engine, file)).files).toBe(0)
    expect(await desk.lookAtFile(key, file)).toMatchObject({
      making: { state: 'LET_GO', failure: null },
      download: null,
      sha256: first.sha256,
    })
    expect((await desk.fetched(download.path)).statusCode).toBe(410)
    expect((await desk.lookAtFile(key, younger)).making.state).toBe('MADE')
    // What protects the next report stays.
    expect(await keptOf(api.engine, report)).toEqual(kept)
    expect(await releaseRows(api.engine)).toEqual(released)

    const again = await desk.file(key, report)
    expect(bareId(again)).not.toBe(bareId(file))
    expect((await desk.lookAtFile(key, again)).sha256).toBe(first.sha256)
    expect(await desk.read(key, again)).toBe(bytes)
  })
})
