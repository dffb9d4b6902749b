import { readFileSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { entriesPending } from '../../db/log-queries.ts'
import { engineKinds } from '../support/engines.ts'
import { storeOnDisk } from '../support/store-files.ts'
import { send, WayHome } from '../support/way-home.ts'

describe.each(engineKinds)('the log begins on a store that has a journal, on %s', (kind) => {
  const statements = readFileSync(`db/migrations/${kind}/0005_the_log.sql`, 'utf8').split('--> statement-breakpoint')
  const place = (text: string) => statements.findIndex((one) => one.includes(text))

  test('whoever writes from then on is noted first; what was there before comes once', async () => {
    const [waits, before] = [place('CREATE TRIGGER journal_waits'), place('INSERT INTO "log_pending" ("')]
    const filled = before < 0 ? place('INSERT INTO `log_pending` (`') : before
    expect(waits).toBeGreaterThanOrEqual(0)
    expect(filled).toBeGreaterThan(waits)
    const store = await storeOnDisk(kind)
    onTestFinished(() => store.close())
    await send(await WayHome.open(store.engine), 'TH', 'LA')
    const pending = async () => (await entriesPending(store.engine, 100)).map(({ id }) => id)
    const written = await pending()
    expect(written).toHaveLength(4)
    const fill = statements[filled] ?? ''
    await store.raw(fill)
    expect(await pending()).toEqual(written)
    await store.raw('delete from log_pending')
    await store.raw(fill)
    expect((await pending()).toSorted()).toEqual(written.toSorted())
  })
})
