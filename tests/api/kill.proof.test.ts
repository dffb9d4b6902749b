import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { keyedHash } from '../../server/adapters/hashing.ts'
import { treeHash } from '../../server/adapters/tree-hashing.ts'
import { buildApp } from '../../server/app.ts'
import { StandingClock, systemClock } from '../../server/clock.ts'
import { Seeded } from '../../server/demo/seeded.ts'
import { isIncluded } from '../../server/domain/journal/check-proofs.ts'
import type { Receipt } from '../../server/domain/journal/entry.ts'
import { leafText } from '../../server/domain/journal/log-entry.ts'
import { plus } from '../../server/domain/kernel/instant.ts'
import { LogWork } from '../../server/services/log/log-work.ts'
import { checkpointAt, type ReceiptProof, receiptProofs } from '../../server/services/log/read-log.ts'
import { TURN_MS } from '../../server/services/log/sequencer.ts'
import { verifyLog } from '../../server/services/log/verify-log.ts'
import { openService, type Service } from '../../server/services/service.ts'
import { engineKinds } from '../support/engines.ts'
import { type Errand, prepareErrands, readOutcome, requestOf } from '../support/errands.ts'
import { everyRow } from '../support/every-row.ts'
import { exportedLines } from '../support/exported-lines.ts'
import { LogKeepers } from '../support/log-keepers.ts'
import { runs, seed } from '../support/sample.ts'
import { ServiceProcess } from '../support/service-process.ts'
import { lastCommitsEnded, type StoreCopies, storeCopies } from '../support/store-copies.ts'
import { faultsOf } from '../support/whole-store.ts'

const SECRET = 'a secret of the tests with 40 letters ..'
/** The store keeps a hash of the client's key. */
const keptKey = ({ input }: Errand): string => keyedHash(SECRET, input.idempotencyKey)
const IN_FLIGHT = 200
/** A hundred kills on both engines together. */
const rounds = runs(2, 50)
/** After so many the whole store is looked through and every act is sent again; the others look at what was answered alone. */
const THOROUGH = 15

type Receipts = ReadonlyMap<Errand, Receipt | null>

/**
 * Keeps 200 errands in flight until `enough` answers are here, then kills the service. What was answered, whenever it
 * came: an answer that was on its way when the service died counts as well.
 */
async function runAndKill(service: ServiceProcess, errands: readonly Errand[], enough: number): Promise<Receipts> {
  const answered = new Map<Errand, Receipt | null>()
  const left = errands.values()
  const officer = async () => {
    for (const errand of left) {
      const outcome = await service.run(errand)
      if (!outcome) return
      expect(outcome.problems).toEqual([])
      answered.set(errand, outcome.receipt)
      if (answered.size >= enough) return service.kill()
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, officer))
  return answered
}

/** The same errands with the same keys, on the service as it comes up again: none is refused. */
async function runAgain(service: Service, errands: readonly Errand[]): Promise<Receipts> {
  const app = buildApp(service, { LOG_LEVEL: 'silent', TRUST_PROXY: false })
  const done = await Promise.all(
    errands.map(async (errand) => {
      const { body } = await app.inject({ method: 'POST', url: '/graphql', ...requestOf(errand) })
      const { receipt, problems } = readOutcome(errand, body)
      expect([errand.name, problems]).toEqual([errand.name, []])
      return [errand, receipt] as const
    }),
  )
  await app.close()
  return new Map(done)
}

/**
 * The log goes on with the signer it had, which may have signed more than the service came to keep: all of it verifies, and
 * each receipt that was handed out is proved by what was signed.
 */
async function provesAll(service: Service, keepers: LogKeepers, receipts: readonly Receipt[]): Promise<void> {
  // The turn of the service that was killed ends first.
  const log = new LogWork(service.engine, new StandingClock(plus(systemClock.now(), 2 * TURN_MS)))
  log.connect(keepers.keepers)
  await log.run()
  await log.stop()
  const lines = await exportedLines(service.engine, 'rows')
  const proofs = await receiptProofs(
    service,
    receipts.map(({ id }) => id),
  )
  const filed = receipts.map((receipt) => {
    const { binding, ...proof } = proofs.get(receipt.id) ?? { binding: false }
    return { binding, receipt: { ...receipt, proof } }
  })
  expect(filed.filter(({ binding }) => !binding)).toEqual([])
  // One after the other over the whole log would take minutes: two of them, and of each that its proof leads to the same root.
  for (const { receipt } of [filed[0], filed.at(-1)].flatMap((one) => one ?? [])) {
    const verified = await verifyLog(lines, { key: keepers.verifier, checkpoint: null, receipt: { value: receipt } })
    expect(verified?.verdict).toMatchObject({ found: 'untouched', size: lines.length - 1, receipt: expect.any(Number) })
  }
  const checkpoint = await checkpointAt(service, null)
  for (const { receipt } of filed) {
    const { kind = '', index = -1, hashes: proof = [] } = receipt.proof as Partial<ReceiptProof>
    const { size = 0, root = '' } = checkpoint ?? {}
    const leaf = treeHash.leaf(leafText({ ...receipt, kind }))
    expect(isIncluded(treeHash, { leaf, index, size, root, proof })).toBe(true)
  }
}

function shuffled<T>(chance: Seeded, list: readonly T[]): readonly T[] {
  const drawn = list.map((one) => ({ one, place: chance.below(1_000_000) }))
  return drawn.toSorted((one, other) => one.place - other.place).map(({ one }) => one)
}

describe.each(engineKinds)(`the service is killed amid 200 acts at once on %s (SEED=${seed})`, (kind) => {
  const chance = new Seeded(seed)
  let errands: readonly Errand[] = []
  let stores: StoreCopies
  const start = async () => {
    const url = await stores.copy()
    const keepers = await LogKeepers.open()
    return { url, keepers, running: await ServiceProcess.start(url, SECRET, keepers.environment()) }
  }
  // Most of a round is the start: the next service starts while the store of the last one is looked at.
  let next: ReturnType<typeof start> | undefined
  beforeAll(async () => {
    stores = await storeCopies(kind, async (engine) => {
      errands = await prepareErrands(engine)
    })
    next = start()
  }, 600_000)
  afterAll(async () => {
    await next?.then(({ running, keepers }) => Promise.all([running.kill(), keepers.close()]))
    await stores.close()
  })

  test.each(Array.from({ length: rounds }, (_, round) => round + 1))('round %i', async (round) => {
    const { url, keepers, running } = await (next ?? start())
    next = undefined
    onTestFinished(async () => {
      await running.kill()
      await keepers.close()
    })
    const enough = 1 + chance.below(300)
    const answered = await runAndKill(running, shuffled(chance, errands), enough)
    await lastCommitsEnded(url)
    if (round < rounds) next = start()

    const engine = openDatabase(url)
    onTestFinished(() => engine.close())
    const service = await openService(engine, systemClock, SECRET)
    const isThorough = round <= THOROUGH
    const firstFaults = async () => (await faultsOf(engine, service.world)).slice(0, 10)
    if (isThorough) expect(await firstFaults()).toEqual([])
    const kept = await everyRow(engine)
    const receipts = new Map(kept.journal.map(({ id, leaf, at }) => [id, { id, leaf, at } as Receipt]))
    for (const receipt of answered.values()) expect(receipts.get(receipt?.id ?? '')).toEqual(receipt)
    await provesAll(
      service,
      keepers,
      [...answered.values()].flatMap((receipt) => receipt ?? []),
    )
    const entries = new Map(kept.idempotency.map(({ key, journal }) => [key, journal]))
    const done = errands.filter((errand) => entries.has(keptKey(errand)))
    console.log(`${kind} ${round}: killed at ${enough}, ${answered.size} answered, ${done.length} done`)

    if (!isThorough) return
    const again = await runAgain(service, errands)
    for (const errand of done) expect(again.get(errand)).toEqual(receipts.get(entries.get(keptKey(errand)) ?? ''))
    expect(await firstFaults()).toEqual([])
    const undone = errands.filter((errand) => !done.includes(errand))
    const { acts } = await everyRow(engine)
    expect(acts.length).toBe(kept.acts.length + undone.reduce((sum, { cases }) => sum + cases, 0))
  })
})
