import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { Api } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { meeting, WayOverHttp } from '../support/way-over-http.ts'

const LOOK = `query ($id: ID!) { case(id: $id) { stage hold { reason { label } since country { code } }
  steps { key status openedAt deadline { dueDay state remaining explanation } }
  possible { action allowed obstacle { code message } } } }`

describe.each(engineKinds)('a case on hold on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  const look = async (country: CountryCode, id: string) =>
    (await api.ask(await way.key(country, 'focal'), LOOK, { id })).data.case
  const step = (seen: { steps: { key: string }[] }, key: string) =>
    seen.steps.find((one) => one.key === key) as unknown as {
      status: string
      openedAt: string
      deadline: { dueDay: string | null; state: string; remaining: number; explanation: string[] } | null
    }
  const onCase = async (country: CountryCode, caseId: string) => ({
    caseId,
    expectedVersion: (await way.version(await way.key(country, 'focal'), caseId)) ?? 0,
  })

  test('every clock stands still, the review is owed, and what was left runs on afterwards', async () => {
    const id = await way.trace('TH', 'LA')
    const before = step(await look('TH', id), 'assess-risk').deadline?.dueDay
    await way.must(await way.key('LA', 'focal'), 'placeOnHold', { caseId: id, reason: 'medical' })
    const held = await look('TH', id)
    expect(held.hold).toMatchObject({ since: START, country: { code: 'LA' } })
    expect(step(held, 'assess-risk').deadline).toMatchObject({ dueDay: null, state: 'STOPPED' })
    expect(step(held, 'review-hold')).toMatchObject({
      status: 'OPEN',
      deadline: { dueDay: '2026-04-01', state: 'ON_TIME' },
    })

    api.clock.set('2026-03-16T02:00:00.000Z' as typeof START)
    await way.must(await way.key('TH', 'focal'), 'reviewHold', { caseId: id, goesOn: true })
    // The review is owed again, from the day of the last one.
    expect(step(await look('LA', id), 'review-hold')).toMatchObject({
      openedAt: '2026-03-16T02:00:00.000Z',
      deadline: { dueDay: '2026-04-15' },
    })
    const { problems } = await api.act(await way.key('TH', 'focal'), 'resumeCase', await onCase('TH', id))
    expect(problems.map(({ code }: { code: string }) => code)).toEqual(['NOT_YOUR_SIDE'])
    await way.must(await way.key('LA', 'focal'), 'resumeCase', { caseId: id })
    const resumed = await look('TH', id)
    expect(resumed.hold).toBeNull()
    expect(step(resumed, 'review-hold').status).toBe('DONE')
    // Lost: 4 to 6 and 9 to 13 March; 3 March is a holiday in Thailand, the 16th counts again.
    const after = step(resumed, 'assess-risk').deadline
    expect(after?.state).toBe('ON_TIME')
    expect((after?.dueDay ?? '') > (before ?? '')).toBe(true)
    expect(after?.explanation.filter((line) => line.includes('หยุดนับเวลา'))).toHaveLength(8)
  })

  test('nobody is handed over meanwhile, and a hold is not placed twice', async () => {
    const id = await way.accept('TH', 'LA')
    await way.must(await way.key('TH', 'focal'), 'placeOnHold', { caseId: id, reason: 'legal' })
    const list = { caseIds: [id], crossing: 'la-th-vientiane-nong-khai', ...meeting }
    const refused = await api.act(await way.key('TH', 'liaison'), 'proposeHandover', list)
    expect(refused.problems).toMatchObject([
      { code: 'ON_HOLD', message: 'กรณีนี้พักไว้ชั่วคราว: อยู่ระหว่างเข้าร่วมกระบวนการทางศาล' },
    ])
    const again = { ...(await onCase('LA', id)), reason: 'weather' }
    expect((await api.act(await way.key('LA', 'focal'), 'placeOnHold', again)).problems[0].code).toBe('ON_HOLD')
    await way.must(await way.key('TH', 'focal'), 'reviewHold', { caseId: id, goesOn: false })
    await way.must(await way.key('TH', 'liaison'), 'proposeHandover', list)
  })
})
