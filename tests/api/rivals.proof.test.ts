import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engineKinds, type OpenEngine, openEngine, START } from '../support/engines.ts'
import { accept, handOver, send, WayHome } from '../support/way-home.ts'

const rounds = process.env['PROOFS'] === 'full' ? 200 : 20

describe.each(engineKinds)('two officers at once on %s', (kind) => {
  let open: OpenEngine
  let way: WayHome
  beforeAll(async () => {
    open = await openEngine(kind)
    way = await WayHome.open(open.engine)
  })
  afterAll(() => open.close())

  test(`confirm the same reception, ${rounds} times: exactly one wins each time`, async () => {
    for (let round = 0; round < rounds; round += 1) {
      way.clock.set(START)
      const id = await send(way, 'CN', 'VN')
      await accept(way, 'CN', 'VN', id)
      const { handover, counts, receiver } = await handOver(way, 'CN', 'VN', id, 'adultFemale')
      // The version both have seen: proposed, agreed, checked, handed over.
      const more = round % 2 === 0 ? { expectedVersion: 4 } : {}
      const reception = { receivedAt: '2026-03-30T03:08:00Z', counts }
      const answers = await Promise.all(
        [1, 2].map((who) => way.act('confirmReception', receiver(who), handover, reception, more)),
      )
      expect(answers.filter(({ noun, receipt }) => noun !== null && receipt !== null)).toHaveLength(1)
      const [refused] = answers.flatMap(({ problems }) => problems.map(({ code }) => code))
      expect(['CONFLICT', 'STEP_NOT_OPEN']).toContain(refused)
    }
  })
})
