import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { Seeded } from '../../server/demo/seeded.ts'
import { verifyLog } from '../../server/services/log/verify-log.ts'
import { engineKinds } from '../support/engines.ts'
import { everyRow } from '../support/every-row.ts'
import { LoggedWorld } from '../support/logged-world.ts'
import { runs, seed } from '../support/sample.ts'
import { secondOpinion } from '../support/second-verifier.ts'
import { storeOnDisk } from '../support/store-files.ts'
import { overwrite, takeTriggersOff } from '../support/stored-log.ts'
import { type Cover, covers, coverUp, deeds, type Line } from '../support/tamper.ts'

/** Half of the 5,000 on each engine, and so many of them in the tables themselves. */
const TRIES = runs(150, 2500)
const STORED = runs(12, 300)

/** What both verifiers say; they must agree whether it is untouched. */
async function told(lines: readonly string[], checkpoint: string | null, receipt: object | null = null) {
  const brought = { key: null, checkpoint, receipt: receipt && { value: receipt } }
  const found = (await verifyLog(lines, brought))?.verdict.found
  const other = secondOpinion(lines, checkpoint, receipt as Record<string, unknown> | null)
  expect([found === 'untouched', other]).toEqual([other === null, other])
  return found
}

describe.each(engineKinds)(`a stored log that somebody bends, on %s (SEED=${seed})`, (kind) => {
  let world: LoggedWorld
  let log: readonly string[] = []
  /** Checkpoints that somebody kept, by size. */
  const kept = new Map<number, string>()
  let size = 0
  beforeAll(async () => {
    world = await LoggedWorld.open(kind)
    for (const cases of [1, 4, 3, 2, 2]) {
      await world.grow(cases)
      kept.set((await world.exported('rows')).length - 1, await world.checkpoint())
    }
    log = await world.exported()
    size = log.length - 1
  }, 600_000)
  afterAll(() => world.close())

  test(`${TRIES} tamperings are all found from one checkpoint taken before, by both verifiers`, async () => {
    const chance = new Seeded(seed + (kind === 'sqlite' ? 0 : 1))
    chance.below(2)
    const until = 32
    const counted = new Map<string, number>()
    for (let count = 0; count < TRIES; count += 1) {
      const [header, ...lines] = log.map((line) => JSON.parse(line) as Line)
      const deed = chance.one(Object.keys(deeds))
      const cover: Cover = chance.one(covers)
      deeds[deed]?.(chance, lines, until)
      const bent = coverUp(cover, header, lines, world.keepers.hub)
      const found = await told(bent, kept.get(until) ?? '')
      expect([deed, cover, found]).not.toEqual([deed, cover, 'untouched'])
      // Who has not the key of the hub is found out by the log's own checkpoint.
      if (cover !== 'signed anew') expect(await told(bent, null)).not.toBe('untouched')
      counted.set(`${deed}: ${found}`, (counted.get(`${deed}: ${found}`) ?? 0) + 1)
    }
    console.log(kind, Object.fromEntries([...counted].sort()))
  }, 1_200_000)

  test('an untouched log is never accused: by any checkpoint, any receipt, any reader', async () => {
    expect([...kept.keys()]).toEqual([4, 20, 32, 40, 48])
    const { journal } = await everyRow(world.engine)
    const proofs = await world.proofs(journal.map(({ id }) => id))
    expect([journal.length, proofs.size]).toEqual([size, size])
    for (const note of kept.values()) expect(await told(log, note)).toBe('untouched')
    for (const { id, leaf, at } of journal)
      for (const proof of [null, proofs.get(id)])
        expect(await told(log, kept.get(32) ?? '', { id, leaf, at, proof })).toBe('untouched')
    for (const reader of ['rows', 'TH', 'VN'] as const)
      expect(await told(await world.exported(reader), kept.get(20) ?? '')).toBe('untouched')
  })
})

describe.each(engineKinds)(`the tables of the log, past their triggers, on %s (SEED=${seed})`, (kind) => {
  test(`${STORED} tamperings are all found in what is exported then`, async () => {
    const store = await storeOnDisk(kind)
    const world = await LoggedWorld.on(store)
    onTestFinished(() => world.close())
    await world.grow(4)
    const older = await world.checkpoint()
    await world.grow(3)
    const log = await world.exported()
    await takeTriggersOff(store)
    const chance = new Seeded(seed + (kind === 'sqlite' ? 2 : 3))
    const stored = (lines: readonly string[]) =>
      overwrite(
        store,
        lines.map((line) => JSON.parse(line)),
      )
    for (let count = 0; count < STORED; ) {
      const [header, ...lines] = log.map((line) => JSON.parse(line) as Line)
      const deed = chance.one(Object.keys(deeds))
      deeds[deed]?.(chance, lines, 16)
      const cover = chance.one(['hashed anew', 'signed anew'] as const)
      if (!(await stored(coverUp(cover, header, lines, world.keepers.hub)))) continue
      count += 1
      const found = await told(await world.exported(), older)
      expect([deed, cover, found]).not.toEqual([deed, cover, 'untouched'])
    }
    // As it was: the way through the tables itself is accused of nothing.
    await stored(log)
    expect(await told(await world.exported(), older)).toBe('untouched')
  }, 1_200_000)
})
