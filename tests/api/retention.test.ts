import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { statement } from '../../db/statement.ts'
import { globalId, readGlobalId } from '../../schema/global-id.ts'
import { runDueJobs } from '../../server/jobs/due-jobs.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { everyRow } from '../support/every-row.ts'
import { Neighbour } from '../support/neighbour.ts'
import { refused } from '../support/refused.ts'
import { at, profile } from '../support/way-home.ts'
import { meeting, never, WayOverHttp } from '../support/way-over-http.ts'
import { commitmentsFaults } from '../support/whole-journal.ts'

const SEEN = `query ($id: ID!) { case(id: $id) { id } node(id: $id) { id }
  cases(first: 100) { nodes { id } } closed: cases(first: 1, filter: { stage: CLOSED }) { nodes { id } } }`
const REFERENCE = 'query ($id: ID!) { case(id: $id) { reference } }'
const SCHEDULE = `{ retentionSchedule(first: 100) { nodes {
  reference closedAt blockedOn blockedBy { code } eraseOn erasedBy { code } } } }`
const ERASURES = `query ($caseId: ID) { erasures(caseId: $caseId) { nodes {
  id at why whyLabel openedBy { code } sharedWith { code } rows { kind count } journalEntries caseHash } } }`
const registers = statement(({ q, t }) => q.select().from(t.registers))
const statistics = statement(({ q, t }) => q.select().from(t.statistics).where(eq(t.statistics.name, 'closed')))

describe.each(engineKinds)('retention and erasure on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  const own = (caseId: string) => readGlobalId(caseId)?.id ?? ''
  const close = async (caseId: string) => {
    const seen = (await api.ask(await way.key('LA', 'focal'), REFERENCE, { id: caseId })).data.case
    await way.must(await way.key('LA', 'focal'), 'proposeClosure', { caseId, reason: 'refused' })
    await way.must(await way.key('TH', 'focal'), 'closeCase', { caseId })
    return seen.reference as string
  }
  /** Sent, refused and closed, now. */
  const closed = async (moreConsent: object = {}) => {
    const caseId = await way.send('TH', 'LA', {}, moreConsent)
    await way.must(await way.key('LA', 'focal'), 'acknowledgeRequest', { caseId })
    await way.must(await way.key('LA', 'focal'), 'refuseReturn', { caseId, reason: 'duplicate' })
    return { caseId, reference: await close(caseId) }
  }
  const privacy = (country: 'TH' | 'LA' | 'VN') => way.key(country, 'privacy')
  const schedule = async (country: 'TH' | 'LA' | 'VN') =>
    (await api.ask(await privacy(country), SCHEDULE)).data.retentionSchedule.nodes
  const certificates = async (country: 'TH' | 'LA' | 'VN', caseId: string): Promise<Looked> =>
    (await api.ask(await privacy(country), ERASURES, { caseId })).data.erasures.nodes

  test('a closed case is read by focal agencies, then by nobody, then it is not there', async () => {
    const { caseId, reference } = await closed()
    const [entry] = (await schedule('LA')).filter((one: Looked) => one.reference === reference)
    expect(entry).toEqual({
      reference,
      closedAt: START,
      blockedOn: '2026-05-31',
      blockedBy: { code: 'TH' },
      eraseOn: '2028-03-02',
      erasedBy: { code: 'TH' },
    })
    const focal = await way.key('TH', 'focal')
    api.clock.set(at('2026-05-30T16:59:59.000Z'))
    expect((await api.ask(focal, SEEN, { id: caseId })).data.case).toEqual({ id: caseId })
    api.clock.set(at('2026-05-30T17:00:00.000Z'))
    for (const key of [focal, await way.key('LA', 'focal'), await way.key('TH', 'liaison')]) {
      expect((await api.ask(key, SEEN, { id: caseId })).text).toBe((await api.ask(key, SEEN, { id: never.case })).text)
      const byReference = 'query ($r: String) { case(reference: $r) { id } }'
      expect((await api.ask(key, byReference, { r: reference })).data.case).toBeNull()
      const act = (id: string) => api.act(key, 'closeCase', { caseId: id, expectedVersion: 1 })
      expect(await act(caseId)).toEqual(await act(never.case))
    }
    expect(await schedule('VN')).toEqual([])
    expect(await certificates('TH', caseId)).toEqual([])

    api.clock.set(at('2028-03-01T16:59:00.000Z'))
    await runDueJobs(api.service)
    expect((await everyRow(api.engine)).cases.map(({ id }) => id)).toContain(own(caseId))
    api.clock.set(at('2028-03-01T17:00:00.000Z'))
    await runDueJobs(api.service)
    const rows = await everyRow(api.engine)
    const { journal: _kept, disclosures: _log, ...erasable } = rows
    expect(JSON.stringify(erasable)).not.toContain(own(caseId))
    expect(JSON.stringify(rows)).not.toContain(reference)
    expect((await schedule('LA')).map((one: Looked) => one.reference)).not.toContain(reference)
    for (const country of ['TH', 'LA'] as const) {
      const [certificate, ...more] = await certificates(country, caseId)
      expect(more).toEqual([])
      expect(certificate).toMatchObject({
        at: api.clock.now(),
        why: 'RETENTION',
        openedBy: { code: 'TH' },
        sharedWith: { code: 'LA' },
        caseHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      })
      // How many acts there were tells of acts: the other country reads that the case went, and no more.
      if (country === 'TH') {
        expect(certificate.rows).toContainEqual({ kind: 'acts', count: 8 })
        expect(certificate.journalEntries).toBe(8)
      } else expect([certificate.rows, certificate.journalEntries]).toEqual([null, null])
      expect(JSON.stringify(certificate)).not.toContain(reference)
      // The certificate is itself an entry of the journal.
      expect(rows.journal).toContainEqual(expect.objectContaining({ id: certificate.id, kind: 'caseErased' }))
    }
    expect(await certificates('VN', caseId)).toEqual([])
    expect(await certificates('TH', never.case)).toEqual([])
    expect((await api.ask(focal, ERASURES, {})).data.erasures.nodes).toEqual([])
    // Who read it is still known.
    const log = `query ($id: ID) { disclosureLog(caseId: $id) { nodes { role } } }`
    expect((await api.ask(await privacy('LA'), log, { id: caseId })).data.disclosureLog.nodes.length).toBeGreaterThan(3)
    expect(commitmentsFaults(rows)).toEqual([])
  })

  test('a person’s request erases on the first day that both countries allow', async () => {
    const { caseId, reference } = await closed()
    const given = { reference: ` ${reference.toLowerCase().replaceAll('-', ' ')}`, requestedOn: '2026-03-02' }
    const done = await api.act(await privacy('LA'), 'requestErasure', given)
    expect(done).toMatchObject({ problems: [], receipt: { at: START }, noun: { version: 1 } })
    const request = `query ($id: ID!) { node(id: $id) { ... on ErasureRequest {
      reference requestedBy { code } requestedOn eraseOn decidedBy { code } } } }`
    const read = async (country: 'TH' | 'LA' | 'VN') =>
      (await api.ask(await privacy(country), request, done.noun)).data.node
    const expected = { reference, requestedBy: { code: 'LA' }, requestedOn: '2026-03-02', eraseOn: '2026-09-02' }
    for (const country of ['TH', 'LA'] as const) expect(await read(country)).toMatchObject(expected)
    expect(await read('VN')).toBeNull()
    expect((await api.ask(await way.key('LA', 'focal'), request, done.noun)).data.node).toBeNull()
    const [entry] = (await schedule('TH')).filter((one: Looked) => one.reference === reference)
    expect(entry.eraseOn).toBe('2026-09-02')

    api.clock.set(at('2026-09-01T16:59:00.000Z'))
    await runDueJobs(api.service)
    expect(await certificates('TH', caseId)).toEqual([])
    api.clock.set(at('2026-09-01T17:00:00.000Z'))
    await runDueJobs(api.service)
    expect(await certificates('TH', caseId)).toMatchObject([{ why: 'REQUEST' }])
    expect(JSON.stringify(await api.engine.all(registers, {}))).not.toContain(own(caseId))
    expect(await read('LA')).toBeNull()
  })

  test('a request is refused by reason, in the officer’s language, and to strangers like one about nothing', async () => {
    const requestedOn = '2026-03-02'
    const { reference } = await closed()
    const open = await way.send('TH', 'LA')
    const running = (await api.ask(await way.key('LA', 'focal'), REFERENCE, { id: open })).data.case.reference
    const draft = await way.draft('TH', 'LA')
    const unsent = (await api.ask(await way.key('TH', 'liaison'), REFERENCE, { id: draft })).data.case.reference
    const wrong = (country: 'TH' | 'LA' | 'VN', one: string, role: 'privacy' | 'focal' = 'privacy') =>
      refused(api, [country, role], 'requestErasure', { reference: one, requestedOn })
    expect(await wrong('LA', running)).toEqual(['ERASURE_NOT_CLOSED reference'])
    expect(await wrong('TH', unsent)).toEqual(['ERASURE_NOT_CLOSED reference'])
    expect(await wrong('LA', unsent)).toEqual(['NOT_FOUND reference'])
    expect(await wrong('VN', reference)).toEqual(['NOT_FOUND reference'])
    expect(await wrong('TH', 'TH-LA-2026-222222')).toEqual(['NOT_FOUND reference'])
    expect(await wrong('TH', 'somebody')).toEqual(['NOT_FOUND reference'])
    expect(await wrong('TH', reference, 'focal')).toEqual(['NOT_YOUR_ROLE'])
    const rules = api.service.world.retention.get('LA')
    if (!rules) throw new Error('no rules')
    const shipped = api.service.world
    const none = { ...rules, onRequest: { ...rules.onRequest, allowed: false } }
    api.service.world = { ...shipped, retention: new Map(shipped.retention).set('LA', none) }
    const kept = await api.act(await privacy('TH'), 'requestErasure', { reference, requestedOn })
    expect(kept.problems).toMatchObject([
      {
        code: 'ERASURE_KEPT_BY_LAW',
        message: expect.stringMatching(/ลาว/),
        facts: [
          { key: 'country', text: 'LA' },
          { key: 'day', text: '2028-03-02' },
        ],
      },
    ])
    api.service.world = shipped
    expect((await api.act(await privacy('TH'), 'requestErasure', { reference, requestedOn })).problems).toEqual([])
    expect(await wrong('LA', reference)).toEqual(['ERASURE_REQUESTED_ALREADY reference'])
  })

  test('a draft that nobody went on with goes; the other country never hears of it', async () => {
    const draft = await way.draft('TH', 'LA')
    const sent = await way.send('TH', 'LA')
    api.clock.set(at('2027-03-01T16:59:00.000Z'))
    await runDueJobs(api.service)
    expect((await everyRow(api.engine)).cases.map(({ id }) => id)).toContain(own(draft))
    api.clock.set(at('2027-03-01T17:00:00.000Z'))
    await runDueJobs(api.service)
    const ids = (await everyRow(api.engine)).cases.map(({ id }) => id)
    expect([ids.includes(own(draft)), ids.includes(own(sent))]).toEqual([false, true])
    expect(await certificates('TH', draft)).toMatchObject([{ why: 'ABANDONED', sharedWith: null }])
    expect(await certificates('LA', draft)).toEqual([])
  })

  test('a case that was closed before it was sent goes by the same days, and only its own country hears of it', async () => {
    const caseId = await way.draft('TH', 'LA')
    const focal = await way.key('TH', 'focal')
    const { reference } = (await api.ask(focal, REFERENCE, { id: caseId })).data.case
    await way.must(focal, 'withdrawRequest', { caseId, reason: 'duplicate' })
    await way.must(focal, 'closeCase', { caseId })
    const listed = async (country: 'TH' | 'LA') =>
      (await schedule(country)).filter((one: Looked) => one.reference === reference)
    expect([(await listed('TH')).length, (await listed('LA')).length]).toEqual([1, 0])
    const tried = { reference, requestedOn: '2026-03-02' }
    expect(await refused(api, ['LA', 'privacy'], 'requestErasure', tried)).toEqual(['NOT_FOUND reference'])
    api.clock.set(at('2028-03-04T02:00:00.000Z'))
    await runDueJobs(api.service)
    expect(await certificates('TH', caseId)).toMatchObject([{ why: 'RETENTION', sharedWith: null }])
    expect(await certificates('LA', caseId)).toEqual([])
  })

  test('cases that shared a list, a meeting and entries are erased one by one; what is left is whole', async () => {
    const caseIds = [await way.accept('TH', 'LA'), await way.accept('TH', 'LA'), await way.accept('TH', 'LA')]
    const [first, second, third] = caseIds as [string, string, string]
    const list = { caseIds, crossing: 'la-th-vientiane-nong-khai', ...meeting }
    const handoverId = await way.must(await way.key('TH', 'liaison'), 'proposeHandover', list)
    const agenda = caseIds.map((one) => ({ case: one, decision: 'go-on' }))
    const met = await api.act(await way.key('TH', 'focal'), 'recordCaseManagementMeeting', {
      with: 'LA',
      heldOn: '2026-03-02',
      agenda,
    })
    expect(met.problems).toEqual([])
    const end = async (caseId: string, day: string) => {
      api.clock.set(at(`${day}T02:00:00.000Z`))
      await way.must(await way.key('TH', 'focal'), 'withdrawRequest', { caseId, reason: 'duplicate' })
      await way.must(await way.key('LA', 'focal'), 'acknowledgeWithdrawal', { caseId })
      await close(caseId)
    }
    await end(first, '2026-03-03')
    await end(second, '2026-03-20')
    await end(third, '2026-04-20')
    const before = await everyRow(api.engine)
    const shared = before.journalParts.filter(({ caseId }) => caseId === own(first)).map(({ journal }) => journal)

    api.clock.set(at('2028-03-04T02:00:00.000Z'))
    await runDueJobs(api.service)
    const after = await everyRow(api.engine)
    const { journal: _kept, disclosures: _log, ...erasable } = after
    expect(JSON.stringify(erasable)).not.toContain(own(first))
    const [row] = after.handovers.filter(({ id }) => id === readGlobalId(handoverId)?.id)
    expect(JSON.parse(row?.content ?? '')).toMatchObject({ counts: { adultFemale: 2 } })
    expect(commitmentsFaults(after)).toEqual([])
    // The entries that named all three still say of the two others what they said.
    for (const other of [second, third])
      expect(after.journalParts.filter(({ caseId }) => caseId === own(other))).toEqual(
        before.journalParts.filter(({ caseId }) => caseId === own(other)),
      )
    const both = after.journalContent.filter(({ id }) => shared.includes(id))
    expect(both).toHaveLength(2)
    const held = 'query ($id: ID!) { node(id: $id) { ... on Meeting { itemCount items { case { id } } } } }'
    expect((await api.ask(await api.keyOf('secretariat'), held, met.noun)).data.node.itemCount).toBe(3)

    api.clock.set(at('2028-05-04T02:00:00.000Z'))
    await runDueJobs(api.service)
    const end_ = await everyRow(api.engine)
    expect(end_.handovers.filter(({ id }) => id === readGlobalId(handoverId)?.id)).toEqual([])
    expect(end_.journalContent.filter(({ id }) => shared.includes(id))).toEqual([])
    expect(end_.journal.filter(({ id }) => shared.includes(id))).toHaveLength(shared.length)
    expect(await certificates('TH', third)).toMatchObject([{ why: 'RETENTION' }])
  })

  test('a case that was closed is counted for ever where the person agreed, and not where not', async () => {
    const before = (await api.engine.all(statistics, {})).length
    const { caseId } = await closed()
    const [row] = (await api.engine.all(statistics, {})).slice(before)
    expect((await api.engine.all(statistics, {})).length).toBe(before + 1)
    const rows = await api.engine.all(statistics, {})
    expect(rows).toContainEqual(
      expect.objectContaining({
        requestingCountry: 'TH',
        countryOfReturn: 'LA',
        quarter: '2026-Q1',
        ageBand: 'age-25-34',
        sex: 'female',
        exploitation: '["forced-labour"]',
        sector: 'fishing',
        route: 'ordinary',
        stage: 'STOPPED',
        reason: 'refused',
        daysToReception: null,
      }),
    )
    expect(JSON.stringify([row, rows])).not.toContain(own(caseId))
    for (const decision of ['refused', 'not-yet']) await closed({ statistics: decision })
    expect(await api.engine.all(statistics, {})).toHaveLength(before + 1)
    api.clock.set(at('2028-06-02T02:00:00.000Z'))
    await runDueJobs(api.service)
    expect(await api.engine.all(statistics, {})).toEqual(rows)
  })

  test('two processes at once erase each case once, and an officer who was faster keeps a draft', async () => {
    const drafts = [await way.draft('TH', 'LA'), await way.draft('TH', 'LA')]
    const cases = [await closed(), await closed(), await closed()]
    const other = await Neighbour.of(api)
    for (const { caseId } of cases) await other.ask(await way.key('TH', 'focal'), REFERENCE, { id: caseId })
    expect(other.service.files.ids).toEqual(cases.map(({ caseId }) => own(caseId)))
    api.clock.set(at('2028-03-04T02:00:00.000Z'))
    const liaison = await way.key('TH', 'liaison')
    const [draft = ''] = drafts
    const expectedVersion = (await way.version(liaison, draft)) ?? 0
    const [acted] = await Promise.all([
      api.act(liaison, 'updateDraft', { caseId: draft, expectedVersion, ...profile }),
      runDueJobs(api.service),
      runDueJobs(other.service),
    ])
    // What one of them erased leaves the memory of the other with its next tick.
    for (const { service } of [api, other]) {
      await runDueJobs(service)
      const known = new Set((await everyRow(api.engine)).cases.map(({ id }) => id))
      expect(service.files.ids.filter((id) => !known.has(id))).toEqual([])
    }
    await other.close()
    for (const { caseId } of cases) expect(await certificates('TH', caseId)).toHaveLength(1)
    const isThere = (await everyRow(api.engine)).cases.some(({ id }) => id === own(draft))
    // Whole, one way or the other.
    expect([isThere, (await certificates('TH', draft)).length]).toEqual(acted.noun ? [true, 0] : [false, 1])
    const rows = await everyRow(api.engine)
    for (const table of [rows.acts, rows.parts, rows.queue]) {
      const known = new Set(rows.cases.map(({ id }) => id))
      expect(table.filter(({ caseId }) => !known.has(caseId))).toEqual([])
    }
    expect(globalId('Case', own(draft))).toBe(draft)
  })
})
