import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Api } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { at, nobody } from '../support/way-home.ts'
import { fit, meeting, never, traced, WayOverHttp } from '../support/way-over-http.ts'

const HANDOVER = `query ($id: ID!) { node(id: $id) { id } handover(id: $id) {
  at status counts { total } crossing { code } escort { code } cases { id } } }`
const MINE = '{ cases(first: 2) { nodes { id } pageInfo { hasNextPage } } }'

describe.each(engineKinds)('after closure on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  const close = async (caseId: string, reason: string) => {
    await way.must(await way.key('LA', 'focal'), 'proposeClosure', { caseId, reason })
    await way.must(await way.key('TH', 'focal'), 'closeCase', { caseId })
  }

  test('when and where people were handed over is for the focal agencies alone', async () => {
    const [liaison, focal] = [await way.key('TH', 'liaison'), await way.key('LA', 'focal')]
    const caseIds = [await way.accept('TH', 'LA'), await way.accept('TH', 'LA')]
    const list = { caseIds, crossing: 'la-th-vientiane-nong-khai', ...meeting }
    const handoverId = await way.must(liaison, 'proposeHandover', list)
    for (const caseId of caseIds)
      await way.must(await way.key('LA', 'welfare'), 'recordFamilyTracing', { caseId, ...traced })
    await way.must(focal, 'confirmHandover', { handoverId })
    api.clock.set(at('2026-03-30T01:00:00.000Z'))
    for (const caseId of caseIds) await way.must(liaison, 'recordDepartureCheck', { handoverId, caseId, ...fit })
    api.clock.set(at('2026-03-30T03:10:00.000Z'))
    const counts = { ...nobody, adultFemale: 2 }
    const [from, to] = [
      await way.key('TH', 'post', 'th-post-nong-khai'),
      await way.key('LA', 'post', 'la-post-vientiane'),
    ]
    await way.must(from, 'recordHandover', { handoverId, handedOverAt: '2026-03-30T03:05:00Z', counts })
    await way.must(to, 'confirmReception', { handoverId, receivedAt: '2026-03-30T03:08:00Z', counts })

    const seen = async (key: string, id = handoverId) => (await api.ask(key, HANDOVER, { id })).data
    const others = [from, to, liaison, await way.key('LA', 'welfare')]
    await close(caseIds[0] as string, 'returned-and-settled')
    for (const key of others) expect((await seen(key)).handover.cases).toEqual([{ id: caseIds[1] }])
    await close(caseIds[1] as string, 'returned-and-settled')
    for (const key of others) {
      expect(await seen(key)).toEqual(await seen(key, never.handover))
      const act = (id: string) => api.act(key, 'confirmHandover', { handoverId: id, expectedVersion: 1 })
      expect(await act(handoverId)).toEqual(await act(never.handover))
    }
    for (const key of [focal, await way.key('TH', 'focal')])
      expect((await seen(key)).handover).toMatchObject({ counts: { total: 2 }, cases: caseIds.map((id) => ({ id })) })
  })

  test('closed cases cost an office nothing that no longer reads them', async () => {
    const liaison = await way.key('TH', 'liaison')
    const cost = async () => {
      api.forgetFiles()
      const before = api.engine.statements.count
      const { data } = await api.ask(liaison, MINE)
      return { statements: api.engine.statements.count - before, cases: data.cases }
    }
    for (let count = 0; count < 3; count += 1) await way.draft('TH', 'LA')
    const few = await cost()
    for (let count = 0; count < 9; count += 1) {
      const caseId = await way.send('TH', 'LA')
      await way.must(await way.key('LA', 'focal'), 'acknowledgeRequest', { caseId })
      await way.must(await way.key('LA', 'focal'), 'refuseReturn', { caseId, reason: 'duplicate' })
      await close(caseId, 'refused')
    }
    expect(await cost()).toEqual(few)
  })
})
