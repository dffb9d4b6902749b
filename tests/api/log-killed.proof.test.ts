import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Engine } from '../../db/engine.ts'
import { journalWrites } from '../../db/journal-writes.ts'
import { entriesPending } from '../../db/log-queries.ts'
import { logSize } from '../../db/log-writes.ts'
import { sha256 } from '../../server/adapters/hashing.ts'
import { randomSalt } from '../../server/chance.ts'
import { StandingClock, systemClock } from '../../server/clock.ts'
import { Seeded } from '../../server/demo/seeded.ts'
import { seal } from '../../server/domain/journal/commitment.ts'
import { plus } from '../../server/domain/kernel/instant.ts'
import { LogWork } from '../../server/services/log/log-work.ts'
import { Sequencer, TURN_MS } from '../../server/services/log/sequencer.ts'
import { verifyLog } from '../../server/services/log/verify-log.ts'
import { engineKinds, START } from '../support/engines.ts'
import { exportedLines } from '../support/exported-lines.ts'
import { LogKeepers } from '../support/log-keepers.ts'
import { runs, seed } from '../support/sample.ts'
import { storeOnDisk } from '../support/store-files.ts'

const WORKER = fileURLToPath(new URL('../support/sequencer.worker.ts', import.meta.url))
const ENTRIES = 1500
const ROUNDS = runs(2, 50)

/** As erasures and reckonings write them, with no act beside. */
async function write(engine: Engine, count: number): Promise<void> {
  const sealing = { salt: randomSalt, sha256 }
  const entries = Array.from({ length: count }, () => {
    const [id, kind] = [randomUUID(), 'deadlinesReckoned']
    return { id, kind, at: START, ...seal({ id, kind, at: START, country: 'TH', why: 'holidays' }, [], sealing) }
  })
  for (let from = 0; from < count; from += 250)
    await engine.commit(entries.slice(from, from + 250).flatMap(journalWrites))
}

/** Kills a process that places entries as soon as so many are placed; whether it was still at it. */
async function killAmid(engine: Engine, url: string, placed: number): Promise<boolean> {
  const child = spawn(process.execPath, [WORKER, url], { stdio: 'inherit' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  while ((await logSize(engine)) < placed && child.exitCode === null) await new Promise(setImmediate)
  const isAtIt = child.exitCode === null && child.kill('SIGKILL')
  await ended
  return isAtIt
}

describe.each(engineKinds)(`the sequencer is killed on %s (SEED=${seed})`, (kind) => {
  test(`${ROUNDS} times amid its work: every entry gets one place, and all of it verifies`, {
    timeout: 600_000 * ROUNDS,
  }, async () => {
    const chance = new Seeded(seed)
    const store = await storeOnDisk(kind)
    const keepers = await LogKeepers.open()
    onTestFinished(async () => {
      await keepers.close()
      await store.close()
    })
    const clock = new StandingClock(systemClock.now())
    let [total, amid] = [0, 0]
    for (let round = 0; round < ROUNDS; round += 1) {
      await write(store.engine, ENTRIES)
      total += ENTRIES
      if (await killAmid(store.engine, store.url, total - ENTRIES + 1 + chance.below(ENTRIES - 400))) amid += 1
      const waiting = await entriesPending(store.engine, 10 * ENTRIES)
      expect((await logSize(store.engine)) + waiting.length).toBe(total)
      // The turn of the one that was killed ends first.
      clock.set(plus(systemClock.now(), 2 * TURN_MS))
      const next = new Sequencer(store.engine, clock)
      expect((await next.run())?.size).toBe(total)
      await next.end()
    }
    expect(amid).toBeGreaterThan(0)
    const log = new LogWork(store.engine, clock)
    log.connect(keepers.keepers)
    await log.run()
    const lines = await exportedLines(store.engine, 'all')
    const verified = await verifyLog(lines, { key: keepers.verifier, checkpoint: null, receipt: null })
    expect(verified?.verdict).toMatchObject({ found: 'untouched', size: total })
    console.log(`${kind}: killed amid its work ${amid} times of ${ROUNDS}`)
  })
})
