import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engineKinds, type OpenEngine, openEngine, START } from '../support/engines.ts'
import { send, WayHome } from '../support/way-home.ts'

const rounds = process.env['PROOFS'] === 'full' ? 200 : 20

describe.each(engineKinds)('two officers at once on %s', (kind) => {
  let open: OpenEngine
  let way: WayHome
  beforeAll(async () => {
    open = await openEngine(kind)
    way = await WayHome.open(open.engine)
    way.clock.set(START)
  })
  afterAll(() => open.close())

  test(`exactly one of two acts on one version wins, ${rounds} times`, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const id = await send(way, 'CN', 'VN')
      const rival = (who: number) =>
        way.act('acknowledgeRequest', way.officer('VN', 'focal', who), id, {}, { expectedVersion: 4 })
      const answers = await Promise.all([rival(1), rival(2)])
      expect(answers.filter(({ noun }) => noun !== null)).toHaveLength(1)
      expect(answers.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(['CONFLICT'])
    }
  })
})
