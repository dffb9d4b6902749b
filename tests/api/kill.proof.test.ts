import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { buildApp } from '../../server/app.ts'
import { systemClock } from '../../server/clock.ts'
import { Seeded } from '../../server/demo/seeded.ts'
import { openService, type Service } from '../../server/services/service.ts'
import { engineKinds } from '../support/engines.ts'
import { type Errand, type Outcome, prepareErrands, readOutcome, requestOf } from '../support/errands.ts'
import { ServiceProcess } from '../support/service-process.ts'
import { lastCommitsEnded, type StoreCopies, storeCopies } from '../support/store-copies.ts'
import { faultsOf, readRows } from '../support/whole-store.ts'

const SECRET = 'a secret of the tests with 40 letters ..'
const IN_FLIGHT = 200
const rounds = process.env['PROOFS'] === 'full' ? 15 : 3
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

type Done = ReadonlyMap<Errand, Outcome>

/**
 * Keeps 200 errands in flight until `enough` answers are here, then kills the service. What was answered, whenever it
 * came: an answer that was on its way when the service died counts as well.
 */
async function runAndKill(service: ServiceProcess, errands: readonly Errand[], enough: number): Promise<Done> {
  const answered = new Map<Errand, Outcome>()
  const left = errands.values()
  const officer = async () => {
    for (const errand of left) {
      const outcome = await service.run(errand)
      if (!outcome) return
      answered.set(errand, outcome)
      if (answered.size >= enough) return service.kill()
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, officer))
  return answered
}

/** The same errands with the same keys, on the service as it comes up again. */
async function runAgain(service: Service, errands: readonly Errand[]): Promise<Done> {
  const app = buildApp(service, { LOG_LEVEL: 'silent', TRUST_PROXY: false })
  const done = await Promise.all(
    errands.map(async (errand) => {
      const { body } = await app.inject({ method: 'POST', url: '/graphql', ...requestOf(errand) })
      return [errand, readOutcome(errand, body)] as const
    }),
  )
  await app.close()
  return new Map(done)
}

describe.each(engineKinds)('the service is killed amid 200 acts on %s', (kind) => {
  let errands: readonly Errand[]
  let stores: StoreCopies
  const random = new Seeded(seed)
  beforeAll(async () => {
    stores = await storeCopies(kind, async (engine) => {
      errands = await prepareErrands(engine)
    })
    console.log(`kill on ${kind}: SEED=${seed}`)
  }, 120_000)
  afterAll(() => stores.close())

  test.each(Array.from({ length: rounds }, (_, round) => round + 1))('round %i', async () => {
    const url = await stores.copy()
    const running = await ServiceProcess.start(url, SECRET)
    onTestFinished(() => running.kill())
    const order = errands.map((errand) => ({ errand, place: random.below(1_000_000) }))
    const shuffled = order.toSorted((one, other) => one.place - other.place).map(({ errand }) => errand)
    const answered = await runAndKill(running, shuffled, 1 + random.below(100))
    await lastCommitsEnded(url)

    const engine = openDatabase(url)
    onTestFinished(() => engine.close())
    const service = await openService(engine, systemClock, SECRET)
    // No half of an act: whatever was killed in the middle is whole or is not there.
    expect(await faultsOf(service)).toEqual([])
    const { journal } = await readRows(service)
    const receiptsKept = new Map(journal.map(({ id, leaf, at }) => [id as string, { id, leaf, at }]))
    for (const { receipt } of answered.values()) expect(receiptsKept.get(receipt?.id ?? '')).toEqual(receipt)
    // Each is sent again with its key: what was answered is answered the same, what was not is done now, once.
    const again = await runAgain(service, errands)
    for (const [errand, outcome] of again) {
      expect([errand.name, outcome.problems]).toEqual([errand.name, []])
      const before = answered.get(errand)
      if (before) expect(outcome.receipt).toEqual(before.receipt)
    }
    expect(await faultsOf(service)).toEqual([])
  })
})
