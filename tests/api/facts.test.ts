import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asc } from '../../db/drizzle.ts'
import { statement } from '../../db/statement.ts'
import { engineKinds, type OpenEngine, openEngine, START } from '../support/engines.ts'
import { accept, at, familyWork, handOver, profile, send, WayHome } from '../support/way-home.ts'

const everyFact = statement(({ q, t }) => q.select().from(t.statistics).orderBy(asc(t.statistics.id)))

describe.each(engineKinds)('facts frozen with the acts that made them true, on %s', (kind) => {
  let open: OpenEngine
  let way: WayHome
  let known = new Set<string>()
  beforeAll(async () => {
    open = await openEngine(kind)
    way = await WayHome.open(open.engine)
  })
  afterAll(() => open.close())

  const all = () => open.engine.all(everyFact, {})
  const fresh = async () => {
    const rows = await all()
    const seen = known
    known = new Set(rows.map(({ id }) => id))
    return rows.filter(({ id }) => !seen.has(id))
  }
  const named = (rows: Awaited<ReturnType<typeof fresh>>, what: string) =>
    rows
      .filter((one) => one.kind === what)
      .map(({ name }) => name)
      .sort()

  test('a person who agreed is counted at each milestone, in whole days since the request was sent', async () => {
    way.clock.set(START)
    const id = await send(way, 'TH', 'LA')
    const [sent, ...others] = (await fresh()).filter((one) => one.kind === 'milestone')
    expect(others).toEqual([])
    expect(sent).toMatchObject({
      name: 'sent',
      requestingCountry: 'TH',
      countryOfReturn: 'LA',
      quarter: '2026-Q1',
      ageBand: 'age-25-34',
      sex: 'female',
      exploitation: '["forced-labour"]',
      sector: 'fishing',
      days: 0,
      stage: 'IN_REVIEW',
    })
    way.clock.set(at('2026-03-06T02:00:00.000Z'))
    await accept(way, 'TH', 'LA', id)
    const { handover, counts, receiver } = await handOver(way, 'TH', 'LA', id, 'adultFemale')
    await way.must('confirmReception', receiver(1), handover, { receivedAt: '2026-03-30T03:08:00Z', counts })
    await familyWork(way, 'LA', id)
    way.clock.set(at('2026-04-01T02:00:00.000Z'))
    await way.must('proposeClosure', way.officer('LA', 'focal'), id, { reason: 'returned-and-settled' })
    await way.must('closeCase', way.officer('TH', 'focal'), id)
    const rows = await fresh()
    const days = rows.flatMap((one) => (one.kind === 'milestone' ? [[one.name, one.quarter, one.days]] : []))
    expect(days.sort()).toEqual([
      ['accepted', '2026-Q1', 4],
      ['acknowledged', '2026-Q1', 4],
      ['closed', '2026-Q2', 30],
      ['handed-over', '2026-Q1', 28],
      ['received', '2026-Q1', 28],
      ['verified', '2026-Q1', 4],
    ])
    expect(rows.find(({ name }) => name === 'closed')).toMatchObject({
      reason: 'returned-and-settled',
      daysToReception: 28,
      stage: 'RECEIVED',
    })
    expect(JSON.stringify(await all())).not.toContain(id)
  })

  test('a step says who owed it, in how many days it was done, and whether in time; nothing of the person', async () => {
    way.clock.set(START)
    const prompt = await send(way, 'TH', 'LA')
    await fresh()
    way.clock.set(at('2026-03-03T02:00:00.000Z'))
    await way.must('acknowledgeRequest', way.officer('LA', 'focal'), prompt)
    const [inTime] = (await fresh()).filter((one) => one.kind === 'step')
    const nothing = { ageBand: 'not-stated', sex: 'not-stated', exploitation: '[]', sector: null }
    expect(inTime).toMatchObject({ name: 'acknowledgeRequest', owedBy: 'LA', days: 1, kept: 1, ...nothing })
    way.clock.set(START)
    const slow = await send(way, 'TH', 'LA')
    await fresh()
    way.clock.set(at('2026-06-01T02:00:00.000Z'))
    await way.must('acknowledgeRequest', way.officer('LA', 'focal'), slow)
    const [late] = (await fresh()).filter((one) => one.kind === 'step')
    expect(late).toMatchObject({ name: 'acknowledgeRequest', quarter: '2026-Q2', owedBy: 'LA', days: 91, kept: 0 })
  })

  test('branches are counted with their reason; why a case stopped is not told', async () => {
    way.clock.set(START)
    const id = await send(way, 'TH', 'LA')
    const focal = way.officer('LA', 'focal')
    await way.must('acknowledgeRequest', focal, id)
    await fresh()
    await way.must('placeOnHold', focal, id, { reason: 'document-pending' })
    way.clock.set(at('2026-03-12T02:00:00.000Z'))
    await way.must('resumeCase', focal, id)
    const held = (await fresh()).filter((one) => one.kind === 'branch')
    expect(held.map(({ name, reason, days }) => [name, reason, days]).sort()).toEqual([
      ['hold-lifted', 'document-pending', 10],
      ['on-hold', 'document-pending', null],
    ])
    const asked = { reason: 'incomplete', questions: ['earliest-travel-day'] }
    await way.must('returnForInformation', focal, id, asked)
    expect(named(await fresh(), 'branch')).toEqual(['returned-for-information'])
    const withdrawal = { withdrawnOn: '2026-03-12', noNotice: false }
    await way.must('withdrawConsent', way.officer('TH', 'liaison'), id, withdrawal)
    const stopped = (await fresh()).filter((one) => one.kind === 'branch')
    expect(stopped).toMatchObject([{ name: 'stopped', reason: 'none', sex: 'not-stated' }])
  })

  test('who did not agree, or no longer, is counted at no milestone; the work of the offices is', async () => {
    way.clock.set(START)
    await fresh()
    const id = await send(way, 'TH', 'LA', {}, { statistics: 'refused' })
    await way.must('acknowledgeRequest', way.officer('LA', 'focal'), id)
    const rows = await fresh()
    expect(named(rows, 'milestone')).toEqual([])
    expect(named(rows, 'step')).toContain('acknowledgeRequest')
  })

  test('a reception without a request begins with it', async () => {
    way.clock.set(START)
    await fresh()
    const received = { requestingCountry: 'TH', receivedOn: '2026-03-02', receptionPlace: 'family' }
    await way.must('recordReceptionWithoutRequest', way.officer('LA', 'welfare'), null, { ...received, ...profile })
    expect(named(await fresh(), 'branch')).toEqual(['unannounced'])
  })
})
