import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newestCheckpoints } from '../../db/checkpoint-queries.ts'
import { journalWrites } from '../../db/journal-writes.ts'
import { entriesPending } from '../../db/log-queries.ts'
import { logSize } from '../../db/log-writes.ts'
import { sha256 } from '../../server/adapters/hashing.ts'
import { type KeeperClient, keeperClient } from '../../server/adapters/keeper-client.ts'
import { treeHash } from '../../server/adapters/tree-hashing.ts'
import { StandingClock } from '../../server/clock.ts'
import { isConsistent } from '../../server/domain/journal/check-proofs.ts'
import { seal } from '../../server/domain/journal/commitment.ts'
import { CompactRange } from '../../server/domain/journal/tree.ts'
import { DAY, plus } from '../../server/domain/kernel/instant.ts'
import { LogWork, WitnessRefused } from '../../server/services/log/log-work.ts'
import {
  type KnownSigner,
  LogForked,
  publish,
  SignerChanged,
  SignerRefused,
} from '../../server/services/log/publish.ts'
import { checkpointAt, consistencyBetween } from '../../server/services/log/read-log.ts'
import { Sequencer, TURN_MS } from '../../server/services/log/sequencer.ts'
import { verifyLog } from '../../server/services/log/verify-log.ts'
import { engineKinds, START } from '../support/engines.ts'
import { everyRow } from '../support/every-row.ts'
import { LogKeepers } from '../support/log-keepers.ts'
import { LoggedWorld } from '../support/logged-world.ts'
import { profile, send } from '../support/way-home.ts'

const nothing = { key: null, checkpoint: null, receipt: null }

describe.each(engineKinds)('the log on %s', (kind) => {
  let world: LoggedWorld
  beforeEach(async () => {
    world = await LoggedWorld.open(kind)
  })
  afterEach(() => world.close())
  const draft = () =>
    world.way.act('draftRequest', world.way.officer('TH', 'liaison'), null, { countryOfReturn: 'LA', ...profile })

  test('every entry gets one place, in the order of arrival, and no row of the journal changes', async () => {
    for (let count = 0; count < 6; count += 1) await send(world.way, 'TH', 'LA')
    const before = (await everyRow(world.engine)).journal
    const waiting = await entriesPending(world.engine, 1000)
    await world.way.service.log.run()
    expect((await everyRow(world.engine)).journal).toEqual(before)
    expect(await entriesPending(world.engine, 1000)).toEqual([])
    const ids = (await world.exported('rows')).slice(1).map((line) => JSON.parse(line).id)
    expect(ids).toEqual(waiting.map(({ id }) => id))
    expect([ids.length, new Set(ids).size]).toEqual([24, 24])
  })

  test('an entry that is written beside the acts is signed without waiting for the clock', async () => {
    const { log, engine } = world.way.service
    log.start((error) => {
      throw error
    })
    const [id, kind] = ['00000000-0000-7000-8000-000000000000', 'deadlinesReckoned']
    const sealing = { salt: () => 'a'.repeat(64), sha256 }
    const sealed = seal({ id, kind, at: START, country: 'TH', why: 'holidays' }, [], sealing)
    expect(await engine.commit(journalWrites({ id, kind, at: START, ...sealed }))).toBeNull()
    while ((await newestCheckpoints(engine, 1))[0]?.size !== 1) await new Promise(setImmediate)
  })

  test('a receipt is pending without a signer, work goes on, and the proof comes with the signer', async () => {
    await world.keepers.stop('signer')
    const { receipt } = await draft()
    if (!receipt) throw new Error('refused')
    await expect(world.way.service.log.run()).rejects.toThrow('no signer answers')
    // Said once, until it changes.
    await world.way.service.log.run()
    expect(await logSize(world.engine)).toBe(1)
    expect(await world.proofs([receipt.id])).toEqual(new Map())
    await world.keepers.start('signer')
    await world.way.service.log.run()
    const proof = (await world.proofs([receipt.id])).get(receipt.id)
    expect(proof).toMatchObject({ index: 0, kind: 'draftRequest' })
    const filed = { receipt: { value: { ...receipt, proof } } }
    const verified = await verifyLog(await world.exported(), { ...nothing, ...filed })
    expect(verified?.verdict).toEqual({ found: 'untouched', size: 1, kept: null, receipt: 0 })
  })

  test('four witnesses of six make a checkpoint binding; who was away signs the next', async () => {
    for (const country of ['KH', 'CN', 'LA']) await world.keepers.stop(country)
    await world.grow(1)
    const seen = async () => {
      const one = await checkpointAt(world.way.service, null)
      return [one?.size, one?.witnesses.map(({ country }) => country), one?.binding]
    }
    expect(await seen()).toEqual([4, ['MM', 'TH', 'VN'], false])
    await world.keepers.start('CN')
    await world.way.service.log.run()
    expect(await seen()).toEqual([4, ['CN', 'MM', 'TH', 'VN'], true])
    await world.keepers.start('KH')
    await world.grow(1)
    expect(await seen()).toEqual([8, ['KH', 'CN', 'MM', 'TH', 'VN'], true])
  })

  test('each checkpoint continues each before it, and the proofs are handed out', async () => {
    for (let round = 0; round < 4; round += 1) await world.grow(1 + round)
    const list = await newestCheckpoints(world.engine, 100)
    expect(list.map(({ size }) => size)).toEqual([40, 24, 12, 4])
    for (const older of list)
      for (const newer of list.filter(({ size }) => size >= older.size)) {
        const proof = await consistencyBetween(world.way.service, older.size, newer.size)
        const claim = { from: older.size, to: newer.size, oldRoot: older.root, newRoot: newer.root, proof: proof ?? [] }
        expect(isConsistent(treeHash, claim)).toBe(true)
      }
    for (const [from, to] of [
      [-1, 4],
      [12, 4],
      [4, 41],
    ] as const)
      expect(await consistencyBetween(world.way.service, from, to)).toBeNull()
  })

  test('of two processes one has the turn; when it is gone, the other takes over after the turn', async () => {
    const clock = new StandingClock(START)
    const [one, other] = [new Sequencer(world.engine, clock), new Sequencer(world.engine, clock)]
    await draft()
    expect((await one.run())?.size).toBe(1)
    await draft()
    expect(await other.run()).toBeNull()
    expect(await logSize(world.engine)).toBe(1)
    // The first is never heard of again.
    clock.set(plus(clock.now(), TURN_MS + 1))
    expect((await other.run())?.size).toBe(2)
    expect(await one.run()).toBeNull()
    await other.end()
    await draft()
    expect((await one.run())?.size).toBe(3)
  })

  test('two that both believe it is their turn never give one place twice', async () => {
    const clocks = [new StandingClock(START), new StandingClock(plus(START, DAY))]
    // The second one's clock says that every turn of the first is over, and the first that no honest turn lasts so long.
    const rivals = clocks.map((clock) => new Sequencer(world.engine, clock))
    for (let round = 0; round < 8; round += 1) {
      await Promise.all([draft(), draft(), draft()])
      await Promise.all(rivals.map((one) => one.run()))
    }
    await world.way.service.log.run()
    while ((await entriesPending(world.engine, 1)).length > 0) await rivals[0]?.run()
    const { journal } = await everyRow(world.engine)
    expect(await logSize(world.engine)).toBe(journal.length)
    await rivals[0]?.end()
    await rivals[1]?.end()
    await world.way.service.log.run()
    const verified = await verifyLog(await world.exported(), nothing)
    expect(verified?.verdict).toMatchObject({ found: 'untouched', size: journal.length })
  })

  test('a clock that went back a day keeps nobody from appending', async () => {
    await world.grow(1)
    world.way.later(-1)
    await world.grow(1)
    expect((await checkpointAt(world.way.service, null))?.size).toBe(8)
    // Nor another process, whose clock sees a turn that ends tomorrow.
    await draft()
    const behind = new Sequencer(world.engine, new StandingClock(plus(START, -DAY)))
    expect((await behind.run())?.size).toBe(9)
  })

  test('a store that was put back to an older state is signed by nobody, and that is told', async () => {
    await world.grow(2)
    const older = await LoggedWorld.open(kind)
    try {
      older.way.service.log.connect(world.keepers.keepers)
      await expect(older.grow(1)).rejects.toThrow(LogForked)
      // Also when it has grown past what was signed.
      await expect(older.grow(2)).rejects.toThrow(LogForked)
      expect(await newestCheckpoints(older.engine, 1)).toEqual([])
    } finally {
      await older.close()
    }
  })

  test('a signer that refuses for a reason of its own is no fork; each reason is told once', async () => {
    const { client, expected } = world.keepers.keepers.signer as KnownSigner
    let status = 500
    const sign: KeeperClient['sign'] = async () => ({ kind: 'refused', status })
    world.way.service.log.connect({ signer: { client: { ...client, sign }, expected }, witnesses: [] })
    await expect(world.grow(1)).rejects.toThrow(SignerRefused)
    await world.grow(1)
    for (status of [403, 404, 413]) await expect(world.grow(1)).rejects.toThrow(`the signer refused (${status})`)
    for (status of [409, 422]) await expect(world.grow(1)).rejects.toThrow(LogForked)
    world.way.service.log.connect(world.keepers.keepers)
    await world.grow(1)
    expect((await checkpointAt(world.way.service, null))?.size).toBe(32)
  })

  test('a signer with another key signs nothing, until the operator has written that key down', async () => {
    await world.grow(1)
    const later = await LogKeepers.open('log.later.example')
    try {
      const { signer, witnesses } = later.keepers
      world.way.service.log.connect(later.keepers)
      await expect(world.grow(1)).rejects.toThrow(SignerChanged)
      await expect(world.grow(1)).rejects.toThrow(SignerChanged)
      expect((await checkpointAt(world.way.service, null))?.key).toBe(world.keepers.verifier.text)
      const known = { ...(signer as KnownSigner), expected: later.verifier.text }
      world.way.service.log.connect({ signer: known, witnesses })
      await world.grow(1)
      expect(await checkpointAt(world.way.service, null)).toMatchObject({
        size: 16,
        key: later.verifier.text,
        binding: true,
      })
      // From then on it is the one before that is strange.
      world.way.service.log.connect(world.keepers.keepers)
      await expect(world.grow(1)).rejects.toThrow(SignerChanged)
    } finally {
      await later.close()
    }
  })

  test('a witness that saw more than is shown to it does not sign, and that is said once', async () => {
    await world.grow(2)
    const older = await LoggedWorld.open(kind)
    try {
      // Store and signer were put back together; the witnesses alone remember.
      const watched = { signer: older.keepers.keepers.signer, witnesses: world.keepers.keepers.witnesses }
      older.way.service.log.connect(watched)
      await expect(older.grow(1)).rejects.toThrow(WitnessRefused)
      await older.way.service.log.run()
      const seen = await checkpointAt(older.way.service, null)
      expect([seen?.size, seen?.witnesses, seen?.binding]).toEqual([4, [], false])
    } finally {
      await older.close()
    }
  })

  test('a process that is behind another accuses nobody of a fork', async () => {
    const [clock, slow] = [new StandingClock(START), new StandingClock(START)]
    const [one, other] = [new LogWork(world.engine, slow), new LogWork(world.engine, clock)]
    for (const log of [one, other]) log.connect(world.keepers.keepers)
    await draft()
    await one.run()
    await draft()
    // The clock of the first stands still, so that it believes in its turn for ever.
    clock.set(plus(START, 2 * TURN_MS))
    await other.run()
    await one.run()
    expect(await newestCheckpoints(world.engine, 9)).toMatchObject([{ size: 2 }, { size: 1 }])
    const before = new CompactRange(treeHash)
    before.append(treeHash.leaf('an older tree, of a process that was stopped for a while'))
    const { signer } = world.keepers.keepers
    expect(signer && (await publish(world.engine, clock, before, signer))).toBeNull()
  })

  test('a witness that does not answer keeps no entry from being signed', async () => {
    const silent = createServer(() => {})
    silent.listen(join(world.keepers.folder, 'silent.sock'))
    await once(silent, 'listening')
    const { signer, witnesses } = world.keepers.keepers
    const client = keeperClient(`unix:${join(world.keepers.folder, 'silent.sock')}`)
    const { log } = world.way.service
    log.connect({ signer, witnesses: witnesses.map((one) => (one.country === 'KH' ? { ...one, client } : one)) })
    await draft()
    const first = log.run()
    while ((await newestCheckpoints(world.engine, 1))[0]?.size !== 1) await new Promise(setImmediate)
    await draft()
    const second = log.run()
    while ((await newestCheckpoints(world.engine, 1))[0]?.size !== 2) await new Promise(setImmediate)
    silent.closeAllConnections()
    silent.close()
    await Promise.all([first, second])
    expect((await checkpointAt(world.way.service, 2))?.binding).toBe(true)
  })

  test('the export for a country holds its own acts, and of others place and hash alone', async () => {
    await world.grow(1)
    const id = await send(world.way, 'TH', 'LA')
    await world.way.must('acknowledgeRequest', world.way.officer('LA', 'focal'), id)
    await world.way.service.log.run()
    const lines = (await world.exported('LA')).slice(1).map((line) => JSON.parse(line))
    expect(lines.map((line) => line.kind ?? Object.keys(line).join())).toEqual([
      ...Array.from({ length: 8 }, () => 'index,hash'),
      'acknowledgeRequest',
    ])
    expect(lines.at(-1).parts[0].content).toContain(id)
    for (const reader of ['LA', 'TH', 'VN', 'rows', 'all'] as const)
      expect((await verifyLog(await world.exported(reader), nothing))?.verdict.found).toBe('untouched')
  })
})
