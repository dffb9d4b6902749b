import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { globalId } from '../../schema/global-id.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { Api } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { Neighbour } from '../support/neighbour.ts'
import { refused } from '../support/refused.ts'
import { stored, traceOf } from '../support/stored.ts'
import { profile } from '../support/way-home.ts'
import { WayOverHttp } from '../support/way-over-http.ts'

const PROPOSALS = `query ($open: Boolean) { limitProposals(open: $open, first: 100) { totalCount nodes { id version
  requestingCountry { code } countryOfReturn { code } procedure { code version } step of unit count childCount
  proposedBy { code } proposedAt status statusLabel agreedIn { code version } } } }`
const CASE = `query ($id: ID!) { case(id: $id) { version procedure { code version }
  steps { key status deadline { dueDay count explanation } } } }`
const GAPS = `query ($from: CountryCode!, $to: CountryCode!) { instrumentGaps(requestingCountry: $from, countryOfReturn: $to,
  first: 100) { nodes { procedure { code version } step what count } } }`

describe.each(engineKinds)('limits that two countries agree on, on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  const limit = (
    requestingCountry: CountryCode,
    countryOfReturn: CountryCode,
    step: string,
    count: number,
    of = 'STEP',
  ) => {
    return { requestingCountry, countryOfReturn, step, of, count }
  }
  const propose = async (by: CountryCode, input: object): Promise<string> =>
    way.must(await way.key(by, 'focal'), 'proposeLimit', input)
  const confirm = async (by: CountryCode, limitProposalId: string, more: object = {}) =>
    api.act(await way.key(by, 'focal'), 'confirmLimit', { limitProposalId, expectedVersion: 1, ...more })
  const proposals = async (by: CountryCode, open = false) =>
    (await api.ask(await way.key(by, 'focal'), PROPOSALS, { open })).data.limitProposals
  const proposal = async (by: CountryCode, id: string) =>
    (await proposals(by)).nodes.find((one: { id: string }) => one.id === id)
  const look = async (by: CountryCode, id: string) =>
    (await api.ask(await way.key(by, 'focal'), CASE, { id })).data.case
  const deadlineIn = async (by: CountryCode, id: string, key: string) =>
    (await look(by, id)).steps.find((step: { key: string }) => step.key === key)?.deadline

  test('a pair on the default gets a procedure of its own; running cases stay, and both focal agencies move one', async () => {
    const running = await way.send('KH', 'LA')
    const id = await propose('KH', { ...limit('KH', 'LA', 'acknowledge-request', 4), childCount: 3 })
    expect(await proposal('LA', id)).toMatchObject({
      procedure: { code: 'commit-mou-2004.both', version: 1 },
      unit: 'WORKING_DAYS',
      count: 4,
      childCount: 3,
      proposedBy: { code: 'KH' },
      proposedAt: START,
      status: 'PROPOSED',
      agreedIn: null,
    })
    const { noun, receipt, problems } = await confirm('LA', id)
    expect(problems).toEqual([])
    expect(noun).toEqual({ id, version: 2 })
    expect((await traceOf(api.engine, receipt.id)).journal).toEqual([{ ...receipt, kind: 'confirmLimit' }])
    const own = { code: 'commit-mou-2004.kh-la', version: 1 }
    expect(await proposal('KH', id)).toMatchObject({ status: 'CONFIRMED', agreedIn: own, procedure: { version: 1 } })

    // Both directions are of the pair, and of no other.
    for (const [from, to] of [
      ['KH', 'LA'],
      ['LA', 'KH'],
    ] as const) {
      const begun = await way.send(from, to)
      expect((await look(to, begun)).procedure).toEqual(own)
      const deadline = await deadlineIn(to, begun, 'acknowledge-request')
      expect(deadline.count).toBe(4)
    }
    const child = await way.send(
      'KH',
      'LA',
      { ageBand: 'age-12-14' },
      { guardian: 'given', childView: 'wishes-to-return' },
    )
    expect((await deadlineIn('LA', child, 'acknowledge-request')).count).toBe(3)
    const others = await way.send('KH', 'MM')
    expect((await look('MM', others)).procedure).toEqual({ code: 'commit-mou-2004.both', version: 1 })
    const gaps = (await api.ask(await way.key('KH', 'focal'), GAPS, { from: 'KH', to: 'LA' })).data.instrumentGaps.nodes
    expect(gaps.filter(({ step, what }: Gap) => step === 'acknowledge-request' && what === 'LIMIT')).toEqual([])
    expect(gaps.filter(({ step, what }: Gap) => step === 'submit-for-review' && what === 'LIMIT')).toMatchObject([
      { procedure: own, count: 2 },
    ])

    expect(await look('LA', running)).toMatchObject({ procedure: { code: 'commit-mou-2004.both' } })
    expect((await deadlineIn('LA', running, 'acknowledge-request')).count).toBe(2)
    await way.must(await way.key('LA', 'focal'), 'moveCase', { caseId: running })
    const again = { caseId: running, expectedVersion: (await look('LA', running)).version }
    expect(await refused(api, ['LA', 'focal'], 'moveCase', again)).toEqual(['PROPOSED_ALREADY'])
    expect((await look('LA', running)).procedure.code).toBe('commit-mou-2004.both')
    await way.must(await way.key('KH', 'focal'), 'moveCase', { caseId: running })
    expect((await look('LA', running)).procedure).toEqual(own)
    expect((await deadlineIn('LA', running, 'acknowledge-request')).count).toBe(4)
    const moved = { caseId: running, expectedVersion: (await look('KH', running)).version }
    expect(await refused(api, ['KH', 'focal'], 'moveCase', moved)).toEqual(['NOTHING_NEWER'])
  })

  test('a pair with an instrument gets the next version of its procedure, and the words of the steps stay', async () => {
    const id = await propose('TH', limit('TH', 'LA', 'acknowledge-request', 3))
    expect((await confirm('LA', id)).problems).toEqual([])
    expect((await proposal('TH', id)).agreedIn).toEqual({ code: 'la-th-mou-2005.th-la', version: 2 })
    const begun = await way.send('TH', 'LA')
    expect((await look('LA', begun)).procedure).toEqual({ code: 'la-th-mou-2005.th-la', version: 2 })
    const query = `query ($id: ID!) { case(id: $id) { steps { key label deadline { basis { status source } } } } }`
    const { steps } = (await api.ask(await way.key('LA', 'focal'), query, { id: begun })).data.case
    const step = steps.find(({ key }: { key: string }) => key === 'acknowledge-request')
    expect(step.deadline.basis).toMatchObject({ status: 'AGREED', source: expect.stringContaining('2026-03-02') })
    expect(steps.every(({ label }: { label: string }) => /\p{Script=Lao}/u.test(label))).toBe(true)
    const same = limit('TH', 'LA', 'acknowledge-request', 3)
    expect(await refused(api, ['TH', 'focal'], 'proposeLimit', same)).toEqual(['LIMIT_AGREED_ALREADY'])
  })

  test('a notice, the window of a check and the time between two visits can be agreed on as well', async () => {
    for (const [from, to, step, of, count] of [
      ['KH', 'CN', 'propose-handover', 'BEFORE_HANDOVER', 4],
      ['KH', 'CN', 'record-departure-check', 'BEFORE_HANDOVER', 12],
      ['TH', 'MM', 'visit-in-shelter', 'RECURRENCE', 2],
    ] as const) {
      const id = await propose(from, limit(from, to, step, count, of))
      expect([step, (await confirm(to, id)).problems]).toEqual([step, []])
      const { code, version } = (await proposal(from, id)).agreedIn
      const procedure = api.service.world.procedures.get(code)?.find((one) => one.version === version)
      const agreed = procedure?.steps.find(({ key }) => key === step)
      const place = of === 'RECURRENCE' ? agreed?.every : agreed?.before
      expect(place).toMatchObject({ count, basis: { status: 'agreed' } })
    }
    // Visits come again for everybody alike: there is no other number for a child.
    const visits = { ...limit('TH', 'MM', 'visit-in-shelter', 4, 'RECURRENCE'), childCount: 2 }
    expect(await refused(api, ['TH', 'focal'], 'proposeLimit', visits)).toEqual(['LIMIT_UNKNOWN childCount'])
  })

  test('whoever is not the other country cannot agree, and learns no more than of what never was', async () => {
    const id = await propose('VN', limit('VN', 'LA', 'acknowledge-request', 9))
    const made = globalId('LimitProposal', '018f0000-0000-7000-8000-000000000000')
    for (const who of [
      ['MM', 'focal'],
      ['TH', 'focal'],
      ['LA', 'supervisor'],
      ['LA', 'admin'],
      ['LA', 'taskforce'],
    ] as const) {
      const key = await way.key(who[0], who[1])
      const send = (limitProposalId: string) => api.act(key, 'confirmLimit', { limitProposalId, expectedVersion: 1 })
      expect((await send(id)).problems[0].code).toBe('NOT_FOUND')
      expect(await send(id)).toEqual(await send(made))
    }
    const secretariat = await api.keyOf('secretariat')
    expect(
      (await api.act(secretariat, 'confirmLimit', { limitProposalId: id, expectedVersion: 1 })).problems,
    ).toMatchObject([{ code: 'NOT_FOUND' }])
    const input = { limitProposalId: id, expectedVersion: 1 }
    expect(await refused(api, ['VN', 'focal'], 'confirmLimit', input)).toEqual(['OTHER_COUNTRY_NEEDED'])
    expect(await refused(api, ['LA', 'focal'], 'confirmLimit', { ...input, expectedVersion: 2 })).toEqual([
      'CONFLICT expectedVersion',
    ])
    for (const wrong of [globalId('Delegation', id), 'nonsense', '', globalId('LimitProposal', "' or 1=1 --")])
      expect(await refused(api, ['LA', 'focal'], 'confirmLimit', { ...input, limitProposalId: wrong })).toEqual([
        'NOT_FOUND',
      ])
  })

  test('what makes no sense is not proposed', async () => {
    const right = limit('LA', 'MM', 'acknowledge-request', 3)
    for (const [who, more, codes] of [
      [['LA', 'supervisor'], {}, ['NOT_YOUR_ROLE']],
      [['LA', 'admin'], {}, ['NOT_YOUR_ROLE']],
      [['KH', 'focal'], {}, ['PROCEDURE_OF_OTHERS']],
      [['LA', 'focal'], { countryOfReturn: 'LA' }, ['SAME_COUNTRY countryOfReturn']],
      [['LA', 'focal'], { step: 'draft-request' }, ['LIMIT_UNKNOWN step']],
      [['LA', 'focal'], { step: 'no-such-step' }, ['LIMIT_UNKNOWN step']],
      [['LA', 'focal'], { step: 'សូម' }, ['LIMIT_UNKNOWN step']],
      [['LA', 'focal'], { step: 'Mr Somchai 081-234-5678' }, ['LIMIT_UNKNOWN step']],
      [['LA', 'focal'], { step: '__proto__' }, ['LIMIT_UNKNOWN step']],
      [['LA', 'focal'], { step: 'x'.repeat(5000) }, ['LIMIT_UNKNOWN step']],
      [['LA', 'focal'], { step: '' }, ['LIMIT_UNKNOWN step']],
      [['LA', 'focal'], { of: 'RECURRENCE' }, ['LIMIT_UNKNOWN step']],
      [['LA', 'focal'], { of: 'BEFORE_HANDOVER' }, ['LIMIT_UNKNOWN step']],
      [['LA', 'focal'], { count: 0 }, ['NUMBER_OUT_OF_RANGE count']],
      [['LA', 'focal'], { count: -1 }, ['NUMBER_OUT_OF_RANGE count']],
      [['LA', 'focal'], { count: 2147483647 }, ['NUMBER_OUT_OF_RANGE count']],
      [['LA', 'focal'], { count: 501 }, ['NUMBER_OUT_OF_RANGE count']],
      [['LA', 'focal'], { childCount: 999 }, ['NUMBER_OUT_OF_RANGE childCount']],
      [['LA', 'focal'], { step: 'follow-up-1', count: 25 }, ['NUMBER_OUT_OF_RANGE count']],
      [['LA', 'focal'], { step: 'confirm-reception', count: 1001 }, ['NUMBER_OUT_OF_RANGE count']],
    ] as const)
      expect([more, await refused(api, who, 'proposeLimit', { ...right, ...more })]).toEqual([more, codes])
  })

  test('the longest limit that can be agreed on still gives a day', async () => {
    for (const [step, count] of [
      ['acknowledge-request', 500],
      ['follow-up-1', 24],
    ] as const) {
      const id = await propose('CN', limit('CN', 'TH', step, count))
      expect((await confirm('TH', id)).problems).toEqual([])
    }
    const begun = await way.send('CN', 'TH')
    expect((await deadlineIn('TH', begun, 'acknowledge-request')).dueDay).toMatch(/^202[78]-/)
  })

  test('a proposal for a version that is no more is outdated, and stays', async () => {
    const [first, second] = [
      await propose('MM', limit('TH', 'MM', 'acknowledge-request', 6)),
      await propose('TH', limit('TH', 'MM', 'acknowledge-request', 7)),
    ]
    expect((await proposals('MM', true)).nodes.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining([first, second]),
    )
    expect((await confirm('TH', first)).problems).toEqual([])
    const late = { limitProposalId: second, expectedVersion: 1 }
    expect(await refused(api, ['MM', 'focal'], 'confirmLimit', late)).toEqual(['PROPOSAL_OUTDATED'])
    expect(await proposal('MM', second)).toMatchObject({ status: 'PROPOSED', version: 1 })
    const again = { limitProposalId: first, expectedVersion: 2 }
    expect(await refused(api, ['TH', 'focal'], 'confirmLimit', again)).toEqual(['LIMIT_AGREED_ALREADY'])
  })

  test('sent twice it is done once; two who agree at once make one version', async () => {
    const input = { ...limit('VN', 'KH', 'acknowledge-request', 8), idempotencyKey: api.idempotencyKey() }
    const key = await way.key('VN', 'focal')
    const before = await stored(api.engine)
    const [one, twin] = await Promise.all([api.act(key, 'proposeLimit', input), api.act(key, 'proposeLimit', input)])
    expect(one.problems).toEqual([])
    expect(twin).toEqual(one)
    expect(await api.act(key, 'proposeLimit', input)).toEqual(one)
    expect((await stored(api.engine)).journal).toBe(before.journal + 1)
    expect((await api.act(key, 'proposeLimit', { ...input, count: 9 })).problems[0].code).toBe('IDEMPOTENCY_KEY_REUSED')

    const [focal, other] = [await api.key('KH', 'focal', 1), await api.key('KH', 'focal', 2)]
    const agreed = { limitProposalId: one.noun.id, expectedVersion: 1 }
    const both = await Promise.all([focal, other].map((by) => api.act(by, 'confirmLimit', agreed)))
    expect(both.map(({ problems }) => problems[0]?.code ?? 'done').sort()).toEqual(['CONFLICT', 'done'])
    const { agreedIn } = await proposal('KH', one.noun.id)
    expect(agreedIn.version).toBe(2)
    expect((await stored(api.engine)).journal).toBe(before.journal + 2)
  })

  test('of two proposals for one version that are agreed on at once, one wins', async () => {
    const steps = ['submit-for-review', 'acknowledge-request']
    const ids = []
    for (const step of steps) ids.push(await propose('MM', limit('MM', 'VN', step, 9)))
    const key = await way.key('VN', 'focal')
    const agree = (limitProposalId: string) => api.act(key, 'confirmLimit', { limitProposalId, expectedVersion: 1 })
    const both = await Promise.all(ids.map(agree))
    expect(both.map(({ problems }) => problems[0]?.code ?? 'done').sort()).toEqual(['PROPOSAL_OUTDATED', 'done'])
  })

  test('and also where another process agreed on the other', async () => {
    const neighbour = await Neighbour.of(api)
    const ids = []
    for (const count of [11, 12]) ids.push(await propose('VN', limit('VN', 'TH', 'acknowledge-request', count)))
    const [one, other] = ids as [string, string]
    expect((await confirm('TH', one)).problems).toEqual([])
    const late = { limitProposalId: other, expectedVersion: 1, idempotencyKey: api.idempotencyKey() }
    const { problems } = await neighbour.act(await way.key('TH', 'focal'), 'confirmLimit', late)
    expect(problems).toEqual([{ code: 'PROPOSAL_OUTDATED' }])
    await neighbour.close()
  })

  test('another process works by the new version as soon as it begins a case, and knows of the proposal after a tick', async () => {
    const neighbour = await Neighbour.of(api)
    const id = await propose('CN', limit('CN', 'LA', 'acknowledge-request', 7))
    expect((await confirm('LA', id)).problems).toEqual([])
    const draft = { ...profile, countryOfReturn: 'LA' }
    const liaison = await way.key('CN', 'liaison')
    const idempotencyKey = api.idempotencyKey()
    const made = await neighbour.act(liaison, 'draftRequest', { ...draft, idempotencyKey })
    const { agreedIn } = await proposal('CN', id)
    expect((await look('CN', made.noun.id)).procedure).toEqual(agreedIn)
    // What was proposed here is confirmed there at once, without a tick: the store is asked, not the memory.
    const next = await propose('CN', limit('CN', 'LA', 'acknowledge-request', 8))
    const elsewhere = { limitProposalId: next, expectedVersion: 1, idempotencyKey: api.idempotencyKey() }
    expect((await neighbour.act(await way.key('LA', 'focal'), 'confirmLimit', elsewhere)).problems).toEqual([])
    await neighbour.close()
  })
})

interface Gap {
  readonly step: string
  readonly what: string
}
