import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { keyedHash } from '../../server/adapters/hashing.ts'
import { buildApp } from '../../server/app.ts'
import { systemClock } from '../../server/clock.ts'
import { Seeded } from '../../server/demo/seeded.ts'
import type { Receipt } from '../../server/domain/journal/entry.ts'
import { openService, type Service } from '../../server/services/service.ts'
import { engineKinds } from '../support/engines.ts'
import { type Errand, prepareErrands, readOutcome, requestOf } from '../support/errands.ts'
import { everyRow } from '../support/every-row.ts'
import { ServiceProcess } from '../support/service-process.ts'
import { lastCommitsEnded, type StoreCopies, storeCopies } from '../support/store-copies.ts'
import { faultsOf } from '../support/whole-store.ts'

const SECRET = 'a secret of the tests with 40 letters ..'
/** The store keeps a hash of the client's key. */
const keptKey = ({ input }: Errand): string => keyedHash(SECRET, input.idempotencyKey)
const IN_FLIGHT = 200
const rounds = process.env['PROOFS'] === 'full' ? 15 : 2
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

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
    return { url, running: await ServiceProcess.start(url, SECRET) }
  }
  // Most of a round is the start: the next service starts while the store of the last one is looked at.
  let next: ReturnType<typeof start> | undefined
  beforeAll(async () => {
    stores = await storeCopies(kind, async (engine) => {
      errands = await prepareErrands(engine)
    })
    next = start()
  }, 120_000)
  afterAll(async () => {
    await next?.then(({ running }) => running.kill())
    await stores.close()
  })

  test.each(Array.from({ length: rounds }, (_, round) => round + 1))('round %i', async (round) => {
    const { url, running } = await (next ?? start())
    next = undefined
    onTestFinished(() => running.kill())
    const enough = 1 + chance.below(300)
    const answered = await runAndKill(running, shuffled(chance, errands), enough)
    await lastCommitsEnded(url)
    if (round < rounds) next = start()

    const engine = openDatabase(url)
    onTestFinished(() => engine.close())
    const service = await openService(engine, systemClock, SECRET)
    const firstFaults = async () => (await faultsOf(engine, service.world)).slice(0, 10)
    expect(await firstFaults()).toEqual([])
    const kept = await everyRow(engine)
    const receipts = new Map(kept.journal.map(({ id, leaf, at }) => [id, { id, leaf, at } as Receipt]))
    for (const receipt of answered.values()) expect(receipts.get(receipt?.id ?? '')).toEqual(receipt)
    const entries = new Map(kept.idempotency.map(({ key, journal }) => [key, journal]))
    const done = errands.filter((errand) => entries.has(keptKey(errand)))
    console.log(`${kind} ${round}: killed at ${enough}, ${answered.size} answered, ${done.length} done`)

    const again = await runAgain(service, errands)
    for (const errand of done) expect(again.get(errand)).toEqual(receipts.get(entries.get(keptKey(errand)) ?? ''))
    expect(await firstFaults()).toEqual([])
    const undone = errands.filter((errand) => !done.includes(errand))
    const { acts } = await everyRow(engine)
    expect(acts.length).toBe(kept.acts.length + undone.reduce((sum, { cases }) => sum + cases, 0))
  })
})
