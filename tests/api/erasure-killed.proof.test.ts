import { describe, expect, onTestFinished, test } from 'vitest'
import { remainsInFiles } from '../../db/mark-queries.ts'
import { statement } from '../../db/statement.ts'
import { systemClock } from '../../server/clock.ts'
import { DAY, plus } from '../../server/domain/kernel/instant.ts'
import { eraseWhatIsDue, purge } from '../../server/jobs/erase-what-is-due.ts'
import { openService } from '../../server/services/service.ts'
import { closeCase, type Planted, refusedCase } from '../support/closed-cases.ts'
import { engineKinds } from '../support/engines.ts'
import { everyRow } from '../support/every-row.ts'
import { ServiceProcess } from '../support/service-process.ts'
import { lastCommitsEnded } from '../support/store-copies.ts'
import { storeOnDisk } from '../support/store-files.ts'
import { WayHome } from '../support/way-home.ts'
import { commitmentsFaults } from '../support/whole-journal.ts'

const SECRET = 'a secret of the tests with 40 letters ..'
const CASES = process.env['PROOFS'] === 'full' ? 300 : 40
const certificates = statement(({ q, t }) => q.select().from(t.erasures))

describe.each(engineKinds)('the service is killed while it erases, on %s', (kind) => {
  test('each case is whole or gone with a certificate, and the next run ends it', { timeout: 1_800_000 }, async () => {
    const store = await storeOnDisk(kind)
    onTestFinished(() => store.close())
    const { engine, url } = store
    const way = await WayHome.open(engine)
    // The service has the machine's own clock: the cases were closed long before that.
    way.clock.set(plus(systemClock.now(), -800 * DAY))
    const cases: Planted[] = []
    for (let count = 0; count < CASES; count += 1) cases.push(await refusedCase(way))
    for (const { id } of cases) await closeCase(way, id)
    // The planner's samples hold references too, and no table of cases is left to take new ones of.
    await store.raw('analyze')
    const { journal: before } = await everyRow(engine)
    const gone = async () => (await engine.all(certificates, {})).length

    const service = await ServiceProcess.start(url, SECRET)
    await expect.poll(gone, { timeout: 180_000, interval: 2 }).toBeGreaterThan(2)
    await service.kill()
    await lastCommitsEnded(url)
    const erased = await gone()
    expect(erased).toBeLessThan(CASES)
    const rows = await everyRow(engine)
    expect(rows.cases).toHaveLength(CASES - erased)
    const left = new Set(rows.cases.map(({ id }) => id))
    for (const { id, texts } of cases) {
      const stands = texts.filter((text) => JSON.stringify(rows).includes(JSON.stringify(text).slice(1, -1)))
      expect([id, stands.length > 0]).toEqual([id, left.has(id)])
    }
    expect(commitmentsFaults(rows)).toEqual([])
    // The files hold remains, and the store knows it.
    expect(await remainsInFiles(engine)).not.toBeNull()

    const next = await openService(engine, systemClock, SECRET)
    expect(await eraseWhatIsDue(next)).toHaveLength(CASES - erased)
    // PostgreSQL keeps what another session may still see: of the killed service's, until the server has noticed its death.
    const found = async () => ((await purge(next)) ? store.found(cases.flatMap(({ texts }) => texts)) : ['in use'])
    await expect.poll(found, { timeout: 180_000, interval: 1000 }).toEqual([])
    const after = await everyRow(engine)
    expect(after.journal).toEqual(expect.arrayContaining(before))
    expect(await remainsInFiles(engine)).toBeNull()
  })
})
