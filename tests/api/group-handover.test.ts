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

  test('53 go on, 2 have incidents, and the list closes only after both are settled', {
    timeout: 600_000,
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
    const focal = way.officer('MM', 'focal')
    const close = async () => (await way.act('settleHandover', focal, handover)).problems
    const open = async () => (await close()).map(({ code, facts }) => [code, facts['cases']])
    const references = (await look()).map((view) => view?.reference)
    expect(await open()).toEqual([['INCIDENTS_OPEN', references.slice(0, 2)]])
    // The woman comes with the next car; the man never crossed.
    const later = { receivedAt: '2026-03-30T03:09:00Z', counts: { ...nobody, adultFemale: 1 }, notReceived: [man] }
    await way.must('confirmReception', receiver, handover, later)
    expect(await open()).toEqual([['INCIDENTS_OPEN', references.slice(1, 2)]])
    await way.must('settleIncident', focal, man, { outcome: 'still-in-requesting-country' })
    expect(await close()).toEqual([])
    expect((await look()).map((view) => view?.stage)).toEqual([
      'RECEIVED',
      'ACCEPTED',
      ...Array.from({ length: PERSONS - 2 }, () => 'RECEIVED'),
    ])
    expect((await look()).every((view) => view?.missingSince === null)).toBe(true)
    // The 53 go on, each by itself.
    const plan = { place: 'family', services: [], occupation: 'working', startsOn: '2026-03-30', personAgrees: true }
    await way.must('planReintegration', way.officer('MM', 'welfare'), caseIds[5] ?? '', plan)
  })
})
