import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Api } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { at, nobody } from '../support/way-home.ts'
import { fit, meeting, traced, WayOverHttp } from '../support/way-over-http.ts'

const CROSSING = 'la-th-vientiane-nong-khai'
const LOOK = `query ($id: ID!) { handover(id: $id) { status at counts { total adultFemale } cases { id stage } } }`

describe.each(engineKinds)('lists that change on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  const look = async (id: string) => (await api.ask(await way.key('LA', 'focal'), LOOK, { id })).data.handover
  const codes = async (key: string, name: string, handoverId: string, input: object) => {
    const expectedVersion = await way.version(key, handoverId)
    const { problems } = await api.act(key, name, { handoverId, expectedVersion, ...input })
    return problems.map(({ code }: { code: string }) => code)
  }
  /** Two women on one agreed list. */
  const agreed = async () => {
    const [one, other] = [await way.accept('TH', 'LA'), await way.accept('TH', 'LA')]
    const list = { caseIds: [one, other], crossing: CROSSING, ...meeting }
    const handoverId = await way.must(await way.key('TH', 'liaison'), 'proposeHandover', list)
    for (const caseId of [one, other])
      await way.must(await way.key('LA', 'welfare'), 'recordFamilyTracing', { caseId, ...traced })
    await way.must(await way.key('LA', 'focal'), 'confirmHandover', { handoverId })
    return { handoverId, one, other }
  }
  const depart = async (handoverId: string, cases: readonly string[], day: string) => {
    api.clock.set(at(`${day}T01:00:00.000Z`))
    for (const caseId of cases)
      await way.must(await way.key('TH', 'liaison'), 'recordDepartureCheck', { handoverId, caseId, ...fit })
    api.clock.set(at(`${day}T03:10:00.000Z`))
  }

  test('a no-show is recorded at the agreed time, another day is set, and both agree anew', async () => {
    const { handoverId, one, other } = await agreed()
    const post = await way.key('LA', 'post', 'la-post-vientiane')
    expect(await codes(post, 'reportNoShow', handoverId, { what: 'escort-absent' })).toEqual(['NOT_POSSIBLE_NOW'])
    await depart(handoverId, [one, other], '2026-03-30')
    await way.must(post, 'reportNoShow', { handoverId, what: 'escort-absent' })
    expect(await look(handoverId)).toMatchObject({ status: 'NOT_HELD' })
    const sender = await way.key('TH', 'post', 'th-post-nong-khai')
    const handOver = { handedOverAt: '2026-03-30T03:05:00Z', counts: { ...nobody, adultFemale: 2 } }
    expect(await codes(sender, 'recordHandover', handoverId, handOver)).toEqual(['NOT_POSSIBLE_NOW'])

    const liaison = await way.key('TH', 'liaison')
    const another = (day: string) => ({ at: `${day}T03:00:00Z`, crossing: CROSSING })
    expect(await codes(liaison, 'rescheduleHandover', handoverId, another('2026-04-02'))).toEqual([
      'HANDOVER_NOTICE_TOO_SHORT',
    ])
    await way.must(liaison, 'rescheduleHandover', { handoverId, ...another('2026-04-22') })
    expect(await look(handoverId)).toMatchObject({ status: 'PROPOSED', at: '2026-04-22T03:00:00.000Z' })
    await way.must(await way.key('LA', 'focal'), 'confirmHandover', { handoverId })
    await depart(handoverId, [one, other], '2026-04-22')
    await way.must(sender, 'recordHandover', { handoverId, ...handOver, handedOverAt: '2026-04-22T03:05:00Z' })
    expect(await look(handoverId)).toMatchObject({ status: 'HANDED_OVER' })
  })

  test('a third other day needs the focal agencies to meet', async () => {
    const { handoverId } = await agreed()
    const liaison = await way.key('TH', 'liaison')
    for (const day of ['2026-03-31', '2026-04-01'])
      await way.must(liaison, 'rescheduleHandover', { handoverId, at: `${day}T03:00:00Z`, crossing: CROSSING })
    const third = { at: '2026-04-02T03:00:00Z', crossing: CROSSING }
    expect(await codes(liaison, 'rescheduleHandover', handoverId, third)).toEqual(['RESCHEDULES_USED'])
  })

  test('who cannot travel is taken off, and can be put on another list', async () => {
    const { handoverId, one, other } = await agreed()
    const liaison = await way.key('TH', 'liaison')
    const same = { at: meeting.at, crossing: CROSSING }
    const none = { ...same, without: [one, other] }
    expect(await codes(liaison, 'rescheduleHandover', handoverId, none)).toEqual(['CASES_MISSING'])
    await way.must(liaison, 'rescheduleHandover', { handoverId, ...same, without: [one] })
    expect(await look(handoverId)).toMatchObject({ counts: { total: 1 }, cases: [{ id: other }] })
    const list = { caseIds: [one], ...same, escort: 'none', transport: 'ordinary', needs: [] }
    expect(await way.must(liaison, 'proposeHandover', list)).not.toBe(handoverId)
  })

  test('who takes the consent back does not hold up the others', async () => {
    const { handoverId, one, other } = await agreed()
    const withdrawal = { caseId: one, withdrawnOn: '2026-03-02', noNotice: false }
    await way.must(await way.key('TH', 'liaison'), 'withdrawConsent', withdrawal)
    await depart(handoverId, [other], '2026-03-30')
    const sender = await way.key('TH', 'post', 'th-post-nong-khai')
    const two = { handedOverAt: '2026-03-30T03:05:00Z', counts: { ...nobody, adultFemale: 2 } }
    expect(await codes(sender, 'recordHandover', handoverId, two)).toEqual(['COUNTS_DISAGREE'])
    const counts = { ...nobody, adultFemale: 1 }
    await way.must(sender, 'recordHandover', { handoverId, ...two, counts })
    const reception = { handoverId, receivedAt: '2026-03-30T03:08:00Z', counts }
    await way.must(await way.key('LA', 'post', 'la-post-vientiane'), 'confirmReception', reception)
    const stages = (await look(handoverId)).cases.map(({ id, stage }: { id: string; stage: string }) => [id, stage])
    expect(stages).toEqual([
      [one, 'STOPPED'],
      [other, 'RECEIVED'],
    ])
  })
})
