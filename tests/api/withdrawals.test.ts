import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Api } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { at } from '../support/way-home.ts'
import { fit, meeting, noRisk, papers, traced, verified, WayOverHttp } from '../support/way-over-http.ts'

const LOOK = `query ($id: ID!) { case(id: $id) { stage stopped stoppedLabel consent { share { code } }
  steps { key status } journal { action values { name values } } possible { action allowed } } }`
const withdrawn = { withdrawnOn: '2026-03-02', noNotice: false }

describe.each(engineKinds)('what is withdrawn on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  const look = async (country: 'TH' | 'LA', id: string) =>
    (await api.ask(await way.key(country, 'focal'), LOOK, { id })).data.case
  const open = ({ steps }: { steps: { key: string; status: string }[] }) =>
    steps.filter(({ status }) => status === 'OPEN').map(({ key }) => key)
  const allowed = ({ possible }: { possible: { action: string; allowed: boolean }[] }) =>
    possible.filter((one) => one.allowed).map(({ action }) => action)

  /** Every step on the way from sending to the departure check, in order. */
  const stretches: readonly (readonly [string, (id: string) => Promise<unknown>])[] = [
    ['acknowledged', async (id) => way.must(await way.key('LA', 'focal'), 'acknowledgeRequest', { caseId: id })],
    [
      'traced',
      async (id) => way.must(await way.key('LA', 'welfare'), 'recordFamilyTracing', { caseId: id, ...traced }),
    ],
    [
      'verified',
      async (id) => way.must(await way.key('LA', 'verifier'), 'recordVerification', { caseId: id, ...verified }),
    ],
    [
      'assessed',
      async (id) => way.must(await way.key('TH', 'focal'), 'recordRiskAssessment', { caseId: id, ...noRisk }),
    ],
    ['accepted', async (id) => way.must(await way.key('LA', 'focal'), 'acceptReturn', { caseId: id, ...papers })],
    [
      'handover agreed',
      async (id) => {
        const list = { caseIds: [id], crossing: 'la-th-vientiane-nong-khai', ...meeting }
        const handoverId = await way.must(await way.key('TH', 'liaison'), 'proposeHandover', list)
        await way.must(await way.key('LA', 'welfare'), 'recordFamilyTracing', { caseId: id, ...traced })
        await way.must(await way.key('LA', 'focal'), 'confirmHandover', { handoverId })
        api.clock.set(at('2026-03-30T01:00:00.000Z'))
        await way.must(await way.key('TH', 'liaison'), 'recordDepartureCheck', { handoverId, caseId: id, ...fit })
      },
    ],
  ]
  test.each(['sent', ...stretches.map(([name]) => name)])(
    'consent taken back when %s stops the case in both countries',
    async (when) => {
      const id = await way.send('TH', 'LA')
      for (const [name, walk] of stretches) {
        if (when === 'sent') break
        await walk(id)
        if (name === when) break
      }
      await way.must(await way.key('TH', 'liaison'), 'withdrawConsent', { caseId: id, ...withdrawn })
      for (const country of ['TH', 'LA'] as const)
        expect(await look(country, id)).toMatchObject({ stage: 'STOPPED', stopped: 'WITHDRAWN' })
      expect((await look('LA', id)).stoppedLabel).toBe('ຖອນຄຳຮ້ອງຂໍແລ້ວ')
      // Nothing is left to do but to acknowledge and to close.
      expect(open(await look('LA', id))).toEqual(['acknowledge-withdrawal', 'propose-closure'])
      expect(allowed(await look('LA', id))).toEqual(['ACKNOWLEDGE_WITHDRAWAL', 'PROPOSE_CLOSURE'])
      expect(allowed(await look('TH', id))).toEqual([])
      await way.must(await way.key('LA', 'focal'), 'acknowledgeWithdrawal', { caseId: id })
      await way.must(await way.key('LA', 'focal'), 'proposeClosure', { caseId: id, reason: 'withdrawn' })
      await way.must(await way.key('TH', 'focal'), 'closeCase', { caseId: id })
      expect((await look('TH', id)).stage).toBe('CLOSED')
    },
  )

  test('a person who wants no notice: the other country sees only that the case does not proceed', async () => {
    const id = await way.send('TH', 'LA')
    await way.must(await way.key('TH', 'liaison'), 'withdrawConsent', { caseId: id, ...withdrawn, noNotice: true })
    const other = await look('LA', id)
    expect(other).toMatchObject({ stopped: 'NOT_PROCEEDING', consent: null })
    expect(JSON.stringify(other)).not.toContain('WITHDRAW_CONSENT')
    expect(open(other)).toEqual(['propose-closure'])
    expect(JSON.stringify(await look('TH', id))).toContain('WITHDRAW_CONSENT')
  })

  test('a request withdrawn says why, and is acknowledged', async () => {
    const id = await way.send('TH', 'LA')
    const key = await way.key('TH', 'focal')
    const wrong = await api.act(key, 'withdrawRequest', { caseId: id, expectedVersion: 4, reason: 'because' })
    expect(wrong.problems[0].code).toBe('CODE_UNKNOWN')
    await way.must(key, 'withdrawRequest', { caseId: id, reason: 'entered-in-error' })
    const other = await look('LA', id)
    expect(other.stopped).toBe('WITHDRAWN')
    expect(other.journal.at(-1)).toEqual({
      action: 'WITHDRAW_REQUEST',
      values: [{ name: 'reason', values: ['entered-in-error'] }],
    })
    expect(open(other)).toContain('acknowledge-withdrawal')
  })

  test('before it is sent nothing reaches the other country', async () => {
    const id = await way.draft('TH', 'LA')
    const input = { caseId: id, expectedVersion: 1, ...withdrawn }
    const { problems } = await api.act(await way.key('TH', 'liaison'), 'withdrawConsent', input)
    expect(problems).toEqual([])
    expect(await look('TH', id)).toMatchObject({ stage: 'STOPPED', stopped: 'WITHDRAWN' })
    expect(await look('LA', id)).toBeNull()
    // Who never asked anybody closes alone.
    expect(open(await look('TH', id))).toEqual(['close-case'])
    await way.must(await way.key('TH', 'focal'), 'closeCase', { caseId: id })
    expect((await look('TH', id)).stage).toBe('CLOSED')
    expect(await look('LA', id)).toBeNull()
  })
})
