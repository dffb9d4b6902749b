import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { globalId } from '../../schema/global-id.ts'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { Api } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { refused, type Who } from '../support/refused.ts'
import { stored, traceOf } from '../support/stored.ts'
import { never, WayOverHttp } from '../support/way-over-http.ts'

const MEETINGS = `query ($first: Int, $after: String) { meetings(first: $first, after: $after) {
  nodes { id countries { code } heldOn recordedAt recordedBy { code } itemCount
    items { case { id } decision { code label } openSteps disputes } } pageInfo { hasNextPage endCursor } } }`

describe.each(engineKinds)('case management meetings on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  const met = (withCountry: CountryCode, agenda: readonly object[], heldOn = '2026-03-02') => {
    return { with: withCountry, heldOn, agenda }
  }
  const record = async (by: CountryCode, input: object) =>
    api.act(await way.key(by, 'focal'), 'recordCaseManagementMeeting', input)
  const list = async (key: string, more: object = {}) => (await api.ask(key, MEETINGS, more)).data.meetings
  const look = async (by: CountryCode, id: string) => {
    const query = 'query ($id: ID!) { case(id: $id) { version disputes { settledAt } steps { key status } } }'
    return (await api.ask(await way.key(by, 'focal'), query, { id })).data.case
  }

  test('both focal agencies read what was decided, each case keeps it, and a dispute settled there is settled', async () => {
    const [one, other] = [await way.trace('TH', 'MM'), await way.send('MM', 'TH')]
    await way.must(await way.key('MM', 'focal'), 'openDispute', { caseId: one, subject: 'timing' })
    const before = await stored(api.engine)
    const agenda = [
      { case: one, decision: 'dispute-settled' },
      { case: other, decision: 'next-meeting' },
    ]
    const { noun, receipt, problems } = await record('TH', met('MM', agenda))
    expect(problems).toEqual([])
    expect(await traceOf(api.engine, receipt.id)).toMatchObject({
      journal: [{ ...receipt, kind: 'recordCaseManagementMeeting' }],
      outbox: [{ topic: 'recordCaseManagementMeeting' }],
    })
    expect(await stored(api.engine)).toMatchObject({ journal: before.journal + 1, acts: before.acts + 2 })
    for (const country of ['TH', 'MM'] as const) {
      const { nodes } = await list(await way.key(country, 'focal'))
      expect(nodes).toMatchObject([
        {
          id: noun.id,
          countries: [{ code: 'TH' }, { code: 'MM' }],
          heldOn: '2026-03-02',
          recordedAt: START,
          recordedBy: { code: 'th-datip' },
          itemCount: 2,
          items: [
            { case: { id: one }, decision: { code: 'dispute-settled' }, disputes: 1 },
            {
              case: { id: other },
              decision: { code: 'next-meeting' },
              openSteps: ['acknowledge-request'],
              disputes: 0,
            },
          ],
        },
      ])
      const { disputes } = await look(country, one)
      expect(disputes).toEqual([{ settledAt: START }])
    }
  })

  test('taskforces and the secretariat see that it was held, and how many cases; the others see nothing', async () => {
    const id = await way.send('KH', 'VN')
    const { noun } = await record('VN', met('KH', [{ case: id, decision: 'go-on' }]))
    const node = `query ($id: ID!) { node(id: $id) { ... on Meeting { itemCount items { case { id } openSteps } } } }`
    const held = { itemCount: 1, items: [] }
    const secretariat = await api.keyOf('secretariat')
    for (const key of [secretariat, await way.key('KH', 'taskforce'), await way.key('VN', 'taskforce')]) {
      expect((await api.ask(key, node, { id: noun.id })).data.node).toEqual(held)
      const { nodes } = await list(key)
      expect(nodes.find((one: { id: string }) => one.id === noun.id)).toMatchObject(held)
      expect(JSON.stringify(nodes)).not.toContain(id)
      expect((await api.ask(key, 'query ($id: ID!) { case(id: $id) { id } }', { id })).data.case).toBeNull()
    }
    const strangers: [CountryCode, Role][] = [
      ['TH', 'focal'],
      ['TH', 'taskforce'],
      ['KH', 'liaison'],
      ['KH', 'admin'],
      ['KH', 'privacy'],
      ['VN', 'supervisor'],
    ]
    const nobodys = globalId('Meeting', '018f0000-0000-7000-8000-000000000000')
    for (const who of strangers) {
      const key = await way.key(...who)
      expect(await api.ask(key, node, { id: noun.id })).toMatchObject({
        text: (await api.ask(key, node, { id: nobodys })).text,
      })
      expect((await list(key)).nodes.map((one: { id: string }) => one.id)).not.toContain(noun.id)
    }
    expect((await list(await api.keyOf('operator'))).nodes).toEqual([])
  })

  test('a case of another pair, a draft, a closed case and one that never was are refused, and nothing is stored', async () => {
    const [ours, draft, others] = [await way.send('LA', 'VN'), await way.draft('LA', 'VN'), await way.send('LA', 'CN')]
    const go = (id: string) => ({ case: id, decision: 'go-on' })
    const focal: Who = ['LA', 'focal']
    const name = 'recordCaseManagementMeeting'
    const wrong = async (input: object, who = focal) => refused(api, who, name, input)
    expect(await wrong(met('VN', [go(ours), go(others)]))).toEqual(['OTHER_CORRIDOR agenda'])
    expect(await wrong(met('VN', [go(draft), go(ours)]))).toEqual([
      expect.stringMatching(/^STEP_NOT_OPEN|^NOT_POSSIBLE_NOW/),
    ])
    const theirs = await way.draft('VN', 'LA')
    const told = await wrong(met('VN', [go(theirs)]))
    expect(told).toEqual(await wrong(met('VN', [go(never.case)])))
    expect(told).toEqual(['NOT_FOUND agenda.0'])
    expect(await wrong(met('LA', []))).toEqual(['SAME_COUNTRY with'])
    expect(await wrong(met('VN', [go(ours), go(ours)]))).toEqual(['CASE_REPEATED agenda'])
    expect(await wrong(met('VN', [{ case: ours, decision: 'give-up' }]))).toEqual(['CODE_UNKNOWN agenda.0.decision'])
    expect(
      await wrong(
        met(
          'VN',
          Array.from({ length: 101 }, () => go(ours)),
        ),
      ),
    ).toEqual(['TOO_MANY agenda'])
    expect(await wrong(met('VN', [go(ours)], '2026-03-03'))).toEqual(['DATE_IN_FUTURE heldOn'])
    expect(await wrong(met('VN', [go(ours)], '2569-03-02'))).toEqual(['YEAR_BUDDHIST heldOn'])
    for (const role of ['liaison', 'supervisor', 'taskforce', 'admin'] as const)
      expect(await wrong(met('VN', []), ['LA', role])).toEqual(['NOT_YOUR_ROLE'])
    const vietnam = await way.key('VN', 'focal')
    await way.must(vietnam, 'acknowledgeRequest', { caseId: ours })
    await way.must(vietnam, 'refuseReturn', { caseId: ours, reason: 'other-nationality' })
    await way.must(vietnam, 'proposeClosure', { caseId: ours, reason: 'refused' })
    await way.must(await way.key('LA', 'focal'), 'closeCase', { caseId: ours })
    expect(await wrong(met('VN', [go(ours)]))).toEqual([expect.stringMatching(/^CASE_CLOSED/)])
  })

  test('a meeting that took up no case is one; pages go through them, the newest first', async () => {
    const ids: string[] = []
    for (const heldOn of ['2026-01-05', '2026-02-05', '2026-03-01']) {
      api.later(1)
      const { noun, problems } = await record('CN', met('MM', [], heldOn))
      expect(problems).toEqual([])
      ids.unshift(noun.id)
    }
    const key = await way.key('CN', 'focal')
    const first = await list(key, { first: 2 })
    const second = await list(key, { first: 2, after: first.pageInfo.endCursor })
    expect([...first.nodes, ...second.nodes].map((one: { id: string }) => one.id)).toEqual(ids)
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false])
    for (const after of ['x', Buffer.from('a\u0000b').toString('base64url'), Buffer.from('ក').toString('base64url')])
      expect((await api.ask(key, MEETINGS, { after })).errors[0].extensions.code).toBe('CURSOR_INVALID')
  })

  test('sent twice it is done once; two who record a case at once are both heard', async () => {
    const id = await way.send('MM', 'LA')
    const key = await way.key('MM', 'focal')
    const input = { ...met('LA', [{ case: id, decision: 'go-on' }]), idempotencyKey: api.idempotencyKey() }
    const before = await stored(api.engine)
    const [done, twin] = await Promise.all([1, 2].map(() => api.act(key, 'recordCaseManagementMeeting', input)))
    expect([done.problems, twin]).toEqual([[], done])
    expect(await stored(api.engine)).toMatchObject({ journal: before.journal + 1, acts: before.acts + 1 })
    const otherKey = await way.key('LA', 'focal')
    const both = await Promise.all([
      api.act(key, 'recordCaseManagementMeeting', met('LA', [{ case: id, decision: 'hold' }])),
      api.act(otherKey, 'recordCaseManagementMeeting', met('MM', [{ case: id, decision: 'close' }])),
    ])
    expect(both.flatMap(({ problems }) => problems)).toEqual([])
    expect(await stored(api.engine)).toMatchObject({ journal: before.journal + 3, acts: before.acts + 3 })
  })
})
