import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { disclosuresOf } from '../../db/disclosure-queries.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { storeOnDisk } from '../support/store-files.ts'
import { never, WayOverHttp } from '../support/way-over-http.ts'

const LOG = `query ($caseId: ID, $reference: String, $first: Int, $after: String) {
  disclosureLog(caseId: $caseId, reference: $reference, first: $first, after: $after) {
    nodes { caseId reader office { code } country { code } role how howLabel purpose { code label } at }
    pageInfo { hasNextPage endCursor } } }`
const CASE = 'query ($id: ID!) { case(id: $id) { reference version } }'

describe.each(engineKinds)('the log of who read which case, on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  const log = async (country: 'TH' | 'LA' | 'VN', given: object = {}): Promise<Looked> => {
    await api.service.readings.flush()
    return (await api.ask(await way.key(country, 'privacy'), LOG, given)).data.disclosureLog
  }
  const brief = (list: Looked) => list.nodes.map((one: Looked) => `${one.role} ${one.how} ${one.purpose?.code}`)

  test('says by which question, in which role and for what; in each country of the case, and in no other', async () => {
    const caseId = await way.send('TH', 'LA')
    const before = (await log('LA', { caseId })).nodes.length
    const [focal, liaison] = [await way.key('LA', 'focal'), await way.key('TH', 'liaison')]
    api.later(1)
    const { reference } = (await api.ask(focal, CASE, { id: caseId })).data.case
    api.later(1)
    await api.ask(focal, 'query ($r: String) { case(reference: $r) { version } }', { r: reference })
    api.later(1)
    await api.ask(focal, '{ cases(first: 1) { nodes { id } } }')
    api.later(1)
    await api.ask(focal, '{ myWork(first: 1) { nodes { dueDay } } }')
    api.later(1)
    await api.ask(liaison, 'query ($id: ID!) { node(id: $id) { id } }', { id: caseId })
    const read = await log('LA', { caseId })
    expect(brief(read).slice(0, read.nodes.length - before)).toEqual([
      'null NODE undefined',
      'FOCAL WORK own-step',
      'FOCAL LIST own-step',
      'FOCAL CASE own-step',
      'FOCAL CASE own-step',
    ])
    expect(read.nodes[1]).toMatchObject({
      caseId,
      office: { code: 'la-mlsw' },
      country: { code: 'LA' },
      howLabel: expect.stringMatching(/\p{Script=Lao}/u),
    })
    // No account, by no name; the same reader has the same number.
    expect(JSON.stringify(read)).not.toMatch(/(focal|liaison)-(th|la)-/)
    expect(new Set(read.nodes.slice(1, 5).map(({ reader }: Looked) => reader)).size).toBe(1)
    expect((await log('LA', { reference })).nodes).toEqual(read.nodes)
    // Thailand reads that somebody of the other country looked, and on which day; who, and what for, it does not.
    const theirs = await log('TH', { caseId })
    expect(brief(theirs).slice(0, 3)).toEqual(['LIAISON NODE follow', 'null WORK undefined', 'null LIST undefined'])
    expect(theirs.nodes[1]).toMatchObject({
      office: null,
      reader: null,
      country: { code: 'LA' },
      at: '2026-03-02T00:00:00.000Z',
    })

    const nothing = await api.ask(await way.key('VN', 'privacy'), LOG, { caseId: never.case })
    for (const given of [{ caseId }, { reference }])
      expect((await api.ask(await way.key('VN', 'privacy'), LOG, given)).text).toBe(nothing.text)
    for (const role of ['focal', 'admin', 'taskforce', 'liaison'] as const)
      expect((await api.ask(await way.key('TH', role), LOG, { caseId })).data.disclosureLog.nodes).toEqual([])
    for (const role of ['secretariat', 'operator'] as const)
      expect((await api.ask(await api.keyOf(role), LOG, { caseId })).data.disclosureLog.nodes).toEqual([])
  })

  test('an act marks whoever is shown the case after it; the other country is not told that somebody acted', async () => {
    const caseId = await way.send('TH', 'LA')
    api.later(1)
    const focal = await way.key('LA', 'focal')
    const expectedVersion = await way.version(focal, caseId)
    api.later(1)
    await api.act(focal, 'acknowledgeRequest', { caseId, expectedVersion })
    expect(brief(await log('LA', { caseId, first: 1 }))).toEqual([expect.stringMatching(/^FOCAL ACT /)])
    const told = brief(await log('TH', { caseId }))
    expect(told.filter((one: string) => one.startsWith('null'))).toEqual(['null NODE undefined'])
  })

  test('what is refused, and what is loaded to decide, marks nothing', async () => {
    const caseId = await way.send('TH', 'LA')
    const before = (await log('TH', { caseId })).nodes.length
    const post = await way.key('VN', 'focal')
    expect((await api.ask(post, CASE, { id: caseId })).data.case).toBeNull()
    const tried = await api.act(await way.key('TH', 'focal'), 'closeCase', { caseId, expectedVersion: 4 })
    expect(tried.noun).toBeNull()
    expect((await log('TH', { caseId })).nodes).toHaveLength(before)
  })

  test('of a draft the other country reads nothing, also after it was sent', async () => {
    const caseId = await way.draft('TH', 'LA')
    const liaison = await way.key('TH', 'liaison')
    await api.ask(liaison, CASE, { id: caseId })
    const nothing = await api.ask(await way.key('LA', 'privacy'), LOG, { caseId: never.case })
    expect((await log('TH', { caseId })).nodes.length).toBeGreaterThan(0)
    expect((await api.ask(await way.key('LA', 'privacy'), LOG, { caseId })).text).toBe(nothing.text)
  })

  test('alike readings within one second are one, and pages follow each other', async () => {
    const caseId = await way.send('TH', 'LA')
    const focal = await way.key('LA', 'focal')
    await api.service.readings.flush()
    const before = (await log('LA', { caseId })).nodes.length
    for (let count = 0; count < 5; count += 1) await api.ask(focal, CASE, { id: caseId })
    const all = (await log('LA', { caseId })).nodes
    expect(all).toHaveLength(before + 1)
    const seen: Looked[] = []
    for (let after: string | null = null; ; ) {
      const { nodes, pageInfo } = await log('LA', { caseId, first: 1, after })
      seen.push(...nodes)
      if (!pageInfo.hasNextPage) break
      after = pageInfo.endCursor
    }
    expect(seen).toEqual(all)
  })

  test('marks join the next commit, or have one of their own within a second', async () => {
    const kept = async () => (await disclosuresOf(api.engine, 'TH', null, null, 10_000)).length
    const caseId = await way.draft('TH', 'LA')
    const liaison = await way.key('TH', 'liaison')
    await api.service.readings.flush()
    const before = await kept()
    await api.ask(liaison, CASE, { id: caseId })
    expect(await kept()).toBe(before)
    await way.draft('TH', 'LA')
    expect(await kept()).toBe(before + 1)
    api.later(1)
    await api.ask(liaison, CASE, { id: caseId })
    // The mark of the act above, and this one.
    await expect.poll(kept, { timeout: 30_000 }).toBe(before + 3)
  })
})

describe.each(engineKinds)('readings that cannot be logged, on %s', (kind) => {
  test('are refused until the log is written again, and nothing of it is lost', async () => {
    const store = await storeOnDisk(kind)
    const api = await Api.on({ engine: store.engine, close: store.close })
    onTestFinished(() => api.close())
    const way = new WayOverHttp(api)
    const caseId = await way.send('TH', 'LA')
    const focal = await way.key('LA', 'focal')
    await api.service.readings.flush()
    const before = (await disclosuresOf(store.engine, 'LA', null, null, 1000)).length

    await store.raw('alter table disclosures rename to put_away')
    // The first is shown: nobody knows yet. At most a second later it is known.
    expect((await api.ask(focal, CASE, { id: caseId })).data.case.version).toBe(4)
    expect(await api.service.readings.flush()).toBe(false)
    const questions = [
      [CASE, { id: caseId }],
      ['query ($id: ID!) { node(id: $id) { id } }', { id: caseId }],
      ['{ cases { nodes { id } } }', {}],
      ['{ myWork { nodes { dueDay } } }', {}],
    ] as const
    for (const [query, variables] of questions) {
      const { status, errors, data, text } = await api.ask(focal, query, variables)
      expect([query, status, errors[0].extensions.code]).toEqual([query, 503, 'READ_NOT_LOGGED'])
      expect(errors[0].message).toMatch(/\p{Script=Lao}/u)
      expect(text).not.toContain(caseId)
      expect(Object.values(data ?? { none: null })).toEqual([null])
    }
    // What shows no case goes on; also an act is done, and its case is not shown.
    expect((await api.ask(focal, '{ viewer { account } }')).errors).toBeUndefined()

    await store.raw('alter table put_away rename to disclosures')
    api.later(1)
    expect((await api.ask(focal, CASE, { id: caseId })).data.case.version).toBe(4)
    await api.app.close()
    const after = await disclosuresOf(store.engine, 'LA', null, null, 1000)
    expect(after.length).toBe(before + 2)
  })
})
