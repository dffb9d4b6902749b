import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { globalId } from '../../schema/global-id.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { runDueJobs } from '../../server/jobs/due-jobs.ts'
import { Api } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { Neighbour } from '../support/neighbour.ts'
import { queueFaults, reckonedIn } from '../support/queue-rows.ts'
import { refused } from '../support/refused.ts'
import { stored, traceOf } from '../support/stored.ts'
import { at, profile } from '../support/way-home.ts'
import { WayOverHttp } from '../support/way-over-http.ts'

const CASE = `query ($id: ID!) { case(id: $id) { version
  steps { key deadline { dueDay state explanation } escalation } } }`
const WORK = '{ myWork(first: 100) { nodes { dueDay case { id } step { key } } } }'

describe.each(engineKinds)('holidays that a country declares, on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  const declare = async (country: CountryCode, holidays: readonly string[], more: object = {}) =>
    api.act(await way.key(country, 'admin'), 'setHolidays', { year: 2026, holidays, makeUpDays: [], ...more })
  const deadline = async (country: CountryCode, id: string, key: string) => {
    const { data } = await api.ask(await way.key(country, 'focal'), CASE, { id })
    return data.case.steps.find((step: { key: string }) => step.key === key).deadline
  }
  const inQueue = async (country: CountryCode, id: string) => {
    const { nodes } = (await api.ask(await way.key(country, 'focal'), WORK)).data.myWork
    return nodes.findIndex((row: { case: { id: string } }) => row.case.id === id)
  }

  test('reading follows at once, the queue with the next tick, and the journal says what moved', async () => {
    const id = await way.send('TH', 'LA')
    const other = await way.send('LA', 'TH')
    const dueBefore = (await deadline('LA', id, 'acknowledge-request')).dueDay
    const theirs = (await deadline('TH', other, 'acknowledge-request')).dueDay
    expect(dueBefore).toBe('2026-03-04')
    const { noun, receipt, problems } = await declare('LA', ['2026-03-03', '2026-03-04'])
    expect(problems).toEqual([])
    expect(noun).toEqual({ id: globalId('HolidayTable', 'LA-2026'), version: 1 })
    expect((await traceOf(api.engine, receipt.id)).journal).toEqual([{ ...receipt, kind: 'setHolidays' }])
    const now = await deadline('LA', id, 'acknowledge-request')
    expect(now.dueDay).toBe('2026-03-06')
    expect(now.explanation.join('\n')).toMatch(/วันหยุด|ວັນພັກ/)
    // What another country owes did not move.
    expect((await deadline('TH', other, 'acknowledge-request')).dueDay).toBe(theirs)
    expect(await queueFaults(api.service)).not.toEqual([])
    await runDueJobs(api.service)
    expect(await queueFaults(api.service)).toEqual([])
    const [entry, ...more] = await reckonedIn(api.engine)
    expect(more).toEqual([])
    expect(entry).toMatchObject({ country: 'LA', why: 'holidays' })
    expect(entry?.moved).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ step: 'acknowledge-request', was: '2026-03-04', is: '2026-03-06' }),
      ]),
    )
    const before = await stored(api.engine)
    await runDueJobs(api.service)
    expect(await stored(api.engine)).toEqual(before)
  })

  test('the table of the year is replaced whole: a holiday that was shipped counts no more', async () => {
    const id = await way.send('LA', 'TH')
    // 3 March is Makha Bucha in the table that is shipped.
    expect((await deadline('TH', id, 'acknowledge-request')).dueDay).toBe('2026-03-05')
    const query = `query ($id: ID!) { node(id: $id) { ... on HolidayTable { version year country { code } holidays makeUpDays declaredAt } } }`
    expect((await declare('TH', [])).problems).toEqual([])
    expect((await deadline('TH', id, 'acknowledge-request')).dueDay).toBe('2026-03-04')
    const { noun } = await declare('TH', ['2026-03-03'], { makeUpDays: ['2026-03-07'] })
    expect(noun.version).toBe(2)
    const { explanation, dueDay } = await deadline('TH', id, 'acknowledge-request')
    expect(dueDay).toBe('2026-03-05')
    // A day that keeps its date keeps its name.
    expect(explanation.join('\n')).toContain('มาฆบูชา')
    const { data } = await api.ask(await way.key('VN', 'liaison'), query, { id: noun.id })
    expect(data.node).toEqual({
      version: 2,
      year: 2026,
      country: { code: 'TH' },
      holidays: ['2026-03-03'],
      makeUpDays: ['2026-03-07'],
      declaredAt: START,
    })
    await runDueJobs(api.service)
    expect(await queueFaults(api.service)).toEqual([])
  })

  test('a holiday declared late counts as if it had always stood: an overdue step is not overdue any more', async () => {
    await declare('MM', [])
    const id = await way.send('TH', 'MM')
    expect((await deadline('MM', id, 'acknowledge-request')).dueDay).toBe('2026-03-04')
    api.clock.set(at('2026-03-05T02:00:00.000Z'))
    await runDueJobs(api.service)
    const query = '{ escalations { nodes { case { id } dueDay } } }'
    const told = async () => {
      const { nodes } = (await api.ask(await way.key('MM', 'focal'), query)).data.escalations
      return nodes.filter((one: { case: { id: string } }) => one.case.id === id)
    }
    expect(await told()).toEqual([{ case: { id }, dueDay: '2026-03-04' }])
    expect((await deadline('MM', id, 'acknowledge-request')).state).toBe('RED')
    await declare('MM', ['2026-03-03', '2026-03-04'])
    expect((await deadline('MM', id, 'acknowledge-request')).state).not.toBe('RED')
    await runDueJobs(api.service)
    expect(await told()).toEqual([])
    api.clock.set(at('2026-03-09T02:00:00.000Z'))
    await runDueJobs(api.service)
    expect(await told()).toEqual([{ case: { id }, dueDay: '2026-03-06' }])
    expect(await inQueue('MM', id)).toBeGreaterThanOrEqual(0)
  })

  test('what makes no sense is not declared', async () => {
    const year = Array.from({ length: 366 }, (_, day) =>
      new Date(Date.UTC(2028, 0, 1 + day)).toISOString().slice(0, 10),
    )
    const right = { year: 2026, holidays: ['2026-04-14'], makeUpDays: [] }
    for (const [who, more, codes] of [
      [['KH', 'focal'], {}, ['NOT_YOUR_ROLE']],
      [['KH', 'taskforce'], {}, ['NOT_YOUR_ROLE']],
      [['KH', 'admin'], { holidays: ['2027-04-14'] }, ['DAY_OF_ANOTHER_YEAR holidays.0']],
      [['KH', 'admin'], { year: 2027 }, ['DAY_OF_ANOTHER_YEAR holidays.0']],
      [['KH', 'admin'], { year: 1999 }, ['NUMBER_OUT_OF_RANGE year']],
      [['KH', 'admin'], { year: 2569 }, ['NUMBER_OUT_OF_RANGE year']],
      [['KH', 'admin'], { holidays: ['2569-04-14'] }, ['YEAR_BUDDHIST holidays.0']],
      [['KH', 'admin'], { holidays: ['២៥៦៩-០៤-១៤'] }, ['YEAR_BUDDHIST holidays.0']],
      [
        ['KH', 'admin'],
        { holidays: ['2026-04-14', '2026-02-29', '2026-13-01'] },
        ['DATE_INVALID holidays.1', 'DATE_INVALID holidays.2'],
      ],
      [['KH', 'admin'], { holidays: ['2026-04-14', '២០២៦-០៤-១៤'] }, ['DAY_REPEATED holidays.1']],
      [['KH', 'admin'], { makeUpDays: ['2026-04-18', '2026-04-18'] }, ['DAY_REPEATED makeUpDays.1']],
      [['KH', 'admin'], { year: 2028, holidays: year }, ['TOO_MANY holidays']],
      [['KH', 'admin'], { holidays: ['បុណ្យចូលឆ្នាំ'] }, ['DATE_INVALID holidays.0']],
      [['KH', 'admin'], { holidays: ['2026-04-14T00:00:00Z'] }, ['DATE_INVALID holidays.0']],
      [['KH', 'admin'], { holidays: [''] }, ['DATE_INVALID holidays.0']],
    ] as const)
      expect([more, await refused(api, who, 'setHolidays', { ...right, ...more })]).toEqual([more, codes])
    const secretariat = await api.keyOf('secretariat')
    expect((await api.act(secretariat, 'setHolidays', right)).problems).toMatchObject([{ code: 'NOT_YOUR_ROLE' }])
  })

  test('days are read in the digits of every country', async () => {
    for (const [country, typed] of [
      ['KH', '២០២៦-០៤-១៤'],
      ['MM', '၂၀၂၆-၀၄-၁၄'],
      ['LA', '໒໐໒໖-໐໔-໑໔'],
      ['TH', '๒๐๒๖-๐๔-๑๔'],
    ] as const) {
      expect((await declare(country, [typed])).problems).toEqual([])
      expect(api.service.world.holidayTables.get(`${country}-2026`)?.content.holidays).toEqual(['2026-04-14'])
    }
    await runDueJobs(api.service)
    expect(await queueFaults(api.service)).toEqual([])
  })

  test('sent twice it is done once; two administrators at once are both heard, one after the other', async () => {
    const [one, two] = [await api.key('CN', 'admin', 1), await api.key('CN', 'admin', 2)]
    const input = { year: 2026, holidays: ['2026-10-01'], makeUpDays: [], idempotencyKey: api.idempotencyKey() }
    const before = await stored(api.engine)
    const [done, twin] = await Promise.all([api.act(one, 'setHolidays', input), api.act(one, 'setHolidays', input)])
    expect([done.problems, twin]).toEqual([[], done])
    expect(await api.act(one, 'setHolidays', input)).toEqual(done)
    expect((await stored(api.engine)).journal).toBe(before.journal + 1)
    const other = { year: 2026, holidays: ['2026-10-02'], makeUpDays: [] }
    const both = await Promise.all([
      api.act(one, 'setHolidays', { ...other, holidays: ['2026-10-05'] }),
      api.act(two, 'setHolidays', other),
    ])
    expect(both.flatMap(({ problems }) => problems)).toEqual([])
    expect((await stored(api.engine)).journal).toBe(before.journal + 3)
    const last = api.service.world.holidayTables.get('CN-2026')
    expect(last?.version).toBe(3)
    expect(last?.content.holidays).toHaveLength(1)
  })

  test('another process reckons by it after its tick, and is not in the way when both tick at once', async () => {
    const neighbour = await Neighbour.of(api)
    await way.send('VN', 'KH')
    expect((await declare('KH', ['2026-03-03', '2026-03-05', '2026-03-06'])).problems).toEqual([])
    const version = api.service.world.holidayTables.get('KH-2026')?.version ?? 0
    const table = { year: 2026, holidays: ['2026-03-04'], makeUpDays: [] }
    const elsewhere = { ...table, idempotencyKey: api.idempotencyKey() }
    const journal = (await reckonedIn(api.engine)).length
    expect((await neighbour.act(await way.key('KH', 'admin'), 'setHolidays', elsewhere)).problems).toEqual([])
    await Promise.all([runDueJobs(api.service), runDueJobs(neighbour.service)])
    for (const { world } of [api.service, neighbour.service])
      expect(world.holidayTables.get('KH-2026')).toMatchObject({
        version: version + 1,
        content: { holidays: ['2026-03-04'] },
      })
    expect(await queueFaults(api.service)).toEqual([])
    // What moved is said once, whoever of them moved it.
    const said = (await reckonedIn(api.engine)).slice(journal).flatMap(({ moved }) => moved)
    expect(new Set(said.map((one) => `${one.case} ${one.step}`)).size).toBe(said.length)
    // Before its tick it wrote by what it knew, after the other had gone through everything.
    const caseId = await way.send('VN', 'KH')
    expect((await declare('KH', ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'])).problems).toEqual([])
    await runDueJobs(api.service)
    const acknowledgement = { caseId, expectedVersion: 4, idempotencyKey: api.idempotencyKey() }
    expect((await neighbour.act(await way.key('KH', 'focal'), 'acknowledgeRequest', acknowledgement)).problems).toEqual(
      [],
    )
    expect(await queueFaults(api.service)).not.toEqual([])
    await runDueJobs(neighbour.service)
    expect(await queueFaults(api.service)).toEqual([])
    const draft = { ...profile, countryOfReturn: 'KH', idempotencyKey: api.idempotencyKey() }
    expect((await neighbour.act(await way.key('VN', 'liaison'), 'draftRequest', draft)).problems).toEqual([])
    expect(await queueFaults(api.service)).toEqual([])
    await neighbour.close()
  })
})
