import { describe, expect, onTestFinished, test } from 'vitest'
import { openPostgres } from '../../db/dialects/postgres/engine.ts'
import { remainsInFiles } from '../../db/mark-queries.ts'
import { Seeded } from '../../server/demo/seeded.ts'
import { runDueJobs } from '../../server/jobs/due-jobs.ts'
import { closeCase, type Planted, refusedCase } from '../support/closed-cases.ts'
import { engineKinds } from '../support/engines.ts'
import { everyRow } from '../support/every-row.ts'
import { storeOnDisk } from '../support/store-files.ts'
import { at, WayHome } from '../support/way-home.ts'
import { commitmentsFaults } from '../support/whole-journal.ts'

const CASES = process.env['PROOFS'] === 'full' ? 400 : 60

describe.each(engineKinds)('erased is erased, on %s', (kind) => {
  test('no byte of the files holds what only an erased case had, and the history still holds', {
    timeout: 600_000,
  }, async () => {
    const store = await storeOnDisk(kind)
    onTestFinished(() => store.close())
    const { engine } = store
    const way = await WayHome.open(engine)
    const cases: Planted[] = []
    for (let count = 0; count < CASES; count += 1) cases.push(await refusedCase(way))
    // They lie between each other in every table; two of three go.
    const [gone, kept] = [cases.filter((_, place) => place % 3 > 0), cases.filter((_, place) => place % 3 === 0)]
    for (const { id } of gone) await closeCase(way, id)
    way.clock.set(at('2026-09-02T02:00:00.000Z'))
    for (const { id } of kept) await closeCase(way, id)
    // What the planner remembers of columns is a copy as well.
    await store.raw('analyze')
    const textsOf = (list: readonly Planted[]) => list.flatMap(({ texts }) => texts)
    expect(await store.found(textsOf(cases))).toEqual(textsOf(cases))
    const before = await everyRow(engine)

    way.clock.set(at('2028-03-03T02:00:00.000Z'))
    await runDueJobs(way.service)
    const after = await everyRow(engine)
    expect(after.cases.map(({ id }) => id).sort()).toEqual(kept.map(({ id }) => id).sort())
    // Where everybody would have to wait, it is left for the night.
    expect(await remainsInFiles(engine)).toBe(way.clock.now())

    way.clock.set(at('2028-03-03T19:00:00.000Z'))
    await runDueJobs(way.service)
    expect(await remainsInFiles(engine)).toBeNull()
    expect(await store.found(textsOf(gone))).toEqual([])
    expect(await store.found(textsOf(kept))).toEqual(textsOf(kept))

    // Every entry is there as it was written; what is left of contents and parts still proves them.
    const own = after.journal.filter(({ kind: one }) => one !== 'caseErased')
    expect(own).toEqual(before.journal)
    expect(after.journal.length - own.length).toBe(gone.length)
    expect(commitmentsFaults(await everyRow(engine))).toEqual([])
  })
})

test('a role that may not write the planner’s samples anew is told so', async () => {
  const store = await storeOnDisk('postgres')
  onTestFinished(() => store.close())
  const role = `tenant_${process.pid}`
  await store.raw(`create role ${role} login password 'of the tests'`)
  await store.raw(`grant all on all tables in schema public to ${role}`)
  const url = new URL(store.url)
  url.username = role
  url.password = 'of the tests'
  const engine = openPostgres(url.href)
  try {
    await expect(engine.purge()).rejects.toThrow(/erased bytes stay in the files: .*pg_statistic/)
  } finally {
    await engine.close()
    await store.raw(`drop owned by ${role}`)
    await store.raw(`drop role ${role}`)
  }
})

test('copies that SQLite leaves where a page was divided, though what is deleted is zeroed, go too', async () => {
  const store = await storeOnDisk('sqlite')
  onTestFinished(() => store.close())
  const chance = new Seeded(1)
  const keys = Array.from({ length: 2000 }, (_, place) => `key-${chance.below(1e9)}-${place}`)
  const listed = (list: readonly string[]) => list.map((key) => `('${key}')`).join(', ')
  const gone = keys.filter((_, place) => place % 3 > 0)
  await store.raw('pragma secure_delete = on; create table of_keys (key text primary key)')
  for (const key of keys) await store.raw(`pragma secure_delete = on; insert into of_keys values ('${key}')`)
  // What the planner remembers of keys is a copy too, and is copied with the rest.
  await store.raw('analyze')
  await store.raw(`pragma secure_delete = on; delete from of_keys where key in (values ${listed(gone)})`)
  await store.raw('pragma wal_checkpoint(truncate)')
  expect(await store.found(gone)).not.toEqual([])
  expect(await store.engine.purge()).toBe(true)
  expect(await store.found(gone)).toEqual([])
})
