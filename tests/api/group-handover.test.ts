import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseId } from '../../server/domain/kernel/ids.ts'
import { seeCases } from '../../server/services/read.ts'
import { engineKinds, type OpenEngine, openEngine, START } from '../support/engines.ts'
import { accept, at, familyWork, nobody, send, WayHome } from '../support/way-home.ts'

const PERSONS = 55

describe.each(engineKinds)('one list of 55 persons on %s', (kind) => {
  let open: OpenEngine
  let way: WayHome
  beforeAll(async () => {
    open = await openEngine(kind)
    way = await WayHome.open(open.engine)
    way.clock.set(START)
  })
  afterAll(() => open.close())

  test('53 arrive, 2 do not; they are received later, each with its incident until then', {
    timeout: 60_000,
  }, async () => {
    const caseIds = await Promise.all(
      Array.from({ length: PERSONS }, async (_, number) => {
        const id = await send(way, 'TH', 'MM', { sex: number % 2 === 0 ? 'female' : 'male' })
        await accept(way, 'TH', 'MM', id)
        return id
      }),
    )
    const crossing = [...way.service.world.crossings.values()].find(({ posts }) => posts.TH && posts.MM)
    const meeting = {
      crossing: crossing?.id,
      at: '2026-03-30T03:00:00Z',
      escort: 'none',
      transport: 'ordinary',
      needs: [],
    }
    const liaison = way.officer('TH', 'liaison')
    const handover = await way.must('proposeHandover', liaison, null, { caseIds, ...meeting })
    for (const id of caseIds) await familyWork(way, 'MM', id)
    await way.must('confirmHandover', way.officer('MM', 'focal'), handover)
    way.clock.set(at('2026-03-30T01:00:00.000Z'))
    const clear = { consentReconfirmed: true, fitToTravel: true, safeToTravel: true, belongingsReturned: true }
    for (const caseId of caseIds) await way.must('recordDepartureCheck', liaison, handover, { caseId, ...clear })
    way.clock.set(at('2026-03-30T03:10:00.000Z'))
    const all = { ...nobody, adultFemale: 28, adultMale: 27 }
    const post = way.officer('TH', 'post', 1, crossing?.posts.TH)
    await way.must('recordHandover', post, handover, { handedOverAt: '2026-03-30T03:05:00Z', counts: all })

    const receiver = way.officer('MM', 'post', 1, crossing?.posts.MM)
    const [woman, man] = caseIds as [string, string]
    const reception = { receivedAt: '2026-03-30T03:08:00Z', notReceived: [woman, man] }
    const wrong = await way.act('confirmReception', receiver, handover, { ...reception, counts: all })
    expect(wrong.problems.map(({ code }) => code)).toEqual(['COUNTS_DISAGREE'])
    const arrived = { ...nobody, adultFemale: 27, adultMale: 26 }
    await way.must('confirmReception', receiver, handover, { ...reception, counts: arrived })
    const look = async () => seeCases(way.service, way.officer('MM', 'focal'), caseIds as CaseId[])
    expect((await look()).map((view) => view?.stage === 'RECEIVED').filter(Boolean)).toHaveLength(53)
    expect((await look()).filter((view) => view?.missingSince).map((view) => view?.id)).toEqual([woman, man])
    const later = { receivedAt: '2026-03-30T03:09:00Z', counts: { ...nobody, adultFemale: 1, adultMale: 1 } }
    await way.must('confirmReception', receiver, handover, later)
    expect((await look()).every((view) => view?.stage === 'RECEIVED' && !view.missingSince)).toBe(true)
  })
})
