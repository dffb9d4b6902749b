import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { globalId, readGlobalId } from '../../schema/global-id.ts'
import type { Role } from '../../server/domain/cases/roles.ts'
import { workingDayAfter } from '../../server/domain/deadlines/reckon.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { type Day, endOfDay, type Instant, plus } from '../../server/domain/kernel/instant.ts'
import { calendarOf } from '../../server/domain/world.ts'
import { runDueJobs } from '../../server/jobs/due-jobs.ts'
import { revokeAccount } from '../../server/services/accounts.ts'
import { Api } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { ladderRows } from '../support/ladder-rows.ts'
import { Neighbour } from '../support/neighbour.ts'
import { isIn } from '../support/scripts.ts'
import { at, consent } from '../support/way-home.ts'
import { WayOverHttp } from '../support/way-over-http.ts'

const TOLD = `query ($first: Int, $after: String) { escalations(first: $first, after: $after) { nodes { level levelLabel step office { code }
  requestingCountry { code } countryOfReturn { code } dueDay since case { id } } pageInfo { hasNextPage endCursor } } }`
const STEPS = `query ($id: ID!) { case(id: $id) { version steps { key escalation escalationLabel deadline { dueDay } } } }`
const DUE = '2026-03-04' as Day

describe.each(engineKinds)('the ladder on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  /** The instant after which a level is reached: so many working days of Lao PDR after the due day. */
  const reached = (days: number): Instant => {
    const calendar = calendarOf(api.service.world, 'LA')
    return endOfDay(workingDayAfter(calendar, DUE, days), calendar.offsetMinutes)
  }
  const tick = async (now: Instant) => {
    api.clock.set(now)
    await runDueJobs(api.service)
  }
  const told = async (country: CountryCode, role: Role): Promise<readonly Told[]> =>
    (await api.ask(await way.key(country, role), TOLD, { first: 100 })).data.escalations.nodes
  const toldOf = async (role: Role, id: string) => (await told('LA', role)).filter((one) => one.case?.id === id)
  const stepOf = async (country: CountryCode, id: string, key: string) => {
    const { data } = await api.ask(await way.key(country, 'focal'), STEPS, { id })
    return data.case.steps.find((step: { key: string }) => step.key === key)
  }
  const rowsOf = async (id: string) => {
    const caseId = readGlobalId(id)?.id
    return (await ladderRows(api.engine)).escalations
      .filter((row) => row.caseId === caseId && row.step === 'acknowledge-request')
      .sort((one, other) => one.level - other.level)
  }
  const levels = async (id: string) => (await rowsOf(id)).map(({ level }) => level)

  test('level by level, each once: the focal agency, the taskforce, the senior officials', async () => {
    for (const role of ['focal', 'taskforce'] as const) await way.key('LA', role)
    const id = await way.send('TH', 'LA')
    // At the due instant itself it is not overdue; a moment later it is.
    await tick(reached(0))
    expect(await levels(id)).toEqual([])
    expect((await stepOf('LA', id, 'acknowledge-request')).escalation).toBeNull()
    await tick(plus(reached(0), 1))
    expect(await levels(id)).toEqual([1])
    const [first] = await toldOf('focal', id)
    expect(first).toMatchObject({ level: 1, step: 'acknowledge-request', office: { code: 'la-mlsw' }, dueDay: DUE })
    expect(isIn('lo', first?.levelLabel ?? '')).toBe(true)
    expect(await stepOf('LA', id, 'acknowledge-request')).toMatchObject({ escalation: 1 })
    expect((await stepOf('TH', id, 'acknowledge-request')).escalationLabel).toMatch(/\p{Script=Thai}/u)
    expect(await told('LA', 'taskforce')).toEqual([])

    await tick(reached(5))
    await runDueJobs(api.service)
    expect(await levels(id)).toEqual([1])
    await tick(plus(reached(5), 1))
    expect(await levels(id)).toEqual([1, 2])
    // The taskforce hears of it, and of no case.
    expect(await told('LA', 'taskforce')).toEqual([
      {
        level: 2,
        levelLabel: expect.stringMatching(/\p{Script=Lao}/u),
        step: 'acknowledge-request',
        office: { code: 'la-mlsw' },
        requestingCountry: { code: 'TH' },
        countryOfReturn: { code: 'LA' },
        dueDay: DUE,
        since: reached(5),
        case: null,
      },
    ])
    expect((await ladderRows(api.engine)).agenda).toEqual([])

    await tick(plus(reached(20), 1))
    await runDueJobs(api.service)
    expect(await levels(id)).toEqual([1, 2, 3])
    const [item, ...more] = (await ladderRows(api.engine)).agenda
    expect(more).toEqual([])
    expect(item).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{64}$/),
      requestingCountry: 'TH',
      countryOfReturn: 'LA',
      step: 'acknowledge-request',
      owedBy: 'LA',
      at: reached(20),
    })
    // Once it is done nobody is told any more; what was put on the agenda stays.
    await way.must(await way.key('LA', 'focal'), 'acknowledgeRequest', { caseId: id })
    expect([await toldOf('focal', id), await told('LA', 'taskforce')]).toEqual([[], []])
    expect((await ladderRows(api.engine)).agenda).toHaveLength(1)
  })

  test('after a long stop everything is caught up on, once, with the instants at which it would have been', async () => {
    const id = await way.send('VN', 'LA')
    await tick(at('2026-12-01T00:00:00.000Z'))
    const { dueDay } = (await stepOf('LA', id, 'acknowledge-request')).deadline
    expect(dueDay).toBe(DUE)
    const rows = await rowsOf(id)
    expect(rows.map(({ level, at: since }) => [level, since])).toEqual(
      [0, 5, 20].map((days, level) => [level + 1, reached(days)]),
    )
    const before = await ladderRows(api.engine)
    for (let times = 0; times < 3; times += 1) await runDueJobs(api.service)
    expect(await ladderRows(api.engine)).toEqual(before)
  })

  test('two processes climb it together, and each step has each level once', async () => {
    const neighbour = await Neighbour.of(api)
    const ids = []
    for (let count = 0; count < 25; count += 1) ids.push(await way.send('KH', 'LA'))
    const agenda = (await ladderRows(api.engine)).agenda.length
    api.clock.set(at('2026-11-01T00:00:00.000Z'))
    await Promise.all([runDueJobs(api.service), runDueJobs(neighbour.service)])
    for (const id of ids) expect(await levels(id)).toEqual([1, 2, 3])
    expect((await ladderRows(api.engine)).agenda).toHaveLength(agenda + ids.length)
    await neighbour.close()
  })

  test('only whoever it came to reads it: the own country, the own level', async () => {
    const id = await way.send('MM', 'LA')
    await tick(plus(reached(0), 1))
    expect(await toldOf('focal', id)).toHaveLength(1)
    for (const who of [
      ['MM', 'focal'],
      ['TH', 'focal'],
      ['LA', 'liaison'],
      ['LA', 'supervisor'],
      ['LA', 'admin'],
      ['LA', 'privacy'],
    ] as const)
      expect([who, (await told(who[0], who[1])).filter((one) => one.case?.id === id)]).toEqual([who, []])
    for (const role of ['secretariat', 'operator'] as const)
      expect((await api.ask(await api.keyOf(role), TOLD)).data.escalations.nodes).toEqual([])
  })

  test('a clock that stands still is not late, and is late again afterwards', async () => {
    const id = await way.send('CN', 'LA')
    await tick(plus(reached(5), 1))
    const taskforce = async () => (await told('LA', 'taskforce')).filter((one) => one.requestingCountry.code === 'CN')
    expect([(await toldOf('focal', id)).length, (await taskforce()).length]).toEqual([1, 1])
    await way.must(await way.key('LA', 'focal'), 'placeOnHold', { caseId: id, reason: 'weather' })
    await runDueJobs(api.service)
    expect([await toldOf('focal', id), await taskforce()]).toEqual([[], []])
    expect((await stepOf('LA', id, 'acknowledge-request')).escalation).toBeNull()
    await way.must(await way.key('LA', 'focal'), 'resumeCase', { caseId: id })
    await runDueJobs(api.service)
    expect([(await toldOf('focal', id)).length, (await taskforce()).length]).toEqual([1, 1])
    expect(await levels(id)).toEqual([1, 2])
  })

  test('a holiday declared late takes a step back down', async () => {
    const id = await way.send('TH', 'LA')
    await tick(plus(reached(5), 1))
    const mine = async () =>
      (await told('LA', 'taskforce')).filter(({ since, dueDay }) => since === reached(5) && dueDay === DUE)
    expect((await mine()).length).toBeGreaterThan(0)
    const was = reached(5)
    const lost = workingDayAfter(calendarOf(api.service.world, 'LA'), DUE, 1)
    const known = [...calendarOf(api.service.world, 'LA').holidays.keys()].filter((day) => day.startsWith('2026-'))
    const table = { year: 2026, holidays: [...known, lost], makeUpDays: [] }
    await way.must(await way.key('LA', 'admin'), 'setHolidays', table)
    await runDueJobs(api.service)
    expect(reached(5) > was).toBe(true)
    expect((await stepOf('LA', id, 'acknowledge-request')).escalation).toBe(1)
    expect([(await toldOf('focal', id)).length, (await mine()).length]).toEqual([1, 0])
    await tick(plus(reached(5), 1))
    expect((await stepOf('LA', id, 'acknowledge-request')).escalation).toBe(2)
    expect((await rowsOf(id)).map(({ level, at: since }) => [level, since])).toEqual([
      [1, reached(0)],
      [2, reached(5)],
    ])
  })

  test('pages go through it, the longest first; a cursor that was made up is refused', async () => {
    await tick(at('2026-12-01T00:00:00.000Z'))
    const key = await way.key('LA', 'focal')
    const all = await told('LA', 'focal')
    expect(all.length).toBeGreaterThan(20)
    const found: Told[] = []
    for (let next: string | null = null, more = true; more; ) {
      const page: Page = (await api.ask(key, TOLD, { first: 7, after: next })).data.escalations
      found.push(...page.nodes)
      next = page.pageInfo.endCursor
      more = page.pageInfo.hasNextPage
    }
    expect(found).toEqual(all)
    expect(all.map(({ since }) => since)).toEqual(all.map(({ since }) => since).toSorted())
    for (const made of ['["a","b"]', '["a","b",3]', '["\\u0000","b","c"]', '{}', 'null', '[[],[],[]]']) {
      const answer = await api.ask(key, TOLD, { after: Buffer.from(made).toString('base64url') })
      expect([made, answer.errors?.[0]?.extensions.code]).toEqual([made, 'CURSOR_INVALID'])
    }
  })
})

describe.each(engineKinds)('who is there on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  const told = async (id: string): Promise<readonly string[]> => {
    const { nodes } = (await api.ask(await way.key('LA', 'focal'), TOLD, { first: 100 })).data.escalations
    return nodes
      .filter((one: Told) => one.case?.id === id)
      .map(({ step }: Told) => step)
      .sort()
  }
  const attendance = async (id: string) => {
    const query =
      '{ myWork(first: 100, wholeOffice: true) { nodes { case { id } step { key } attendance attendanceLabel } } }'
    const { nodes } = (await api.ask(await way.key('LA', 'focal'), query)).data.myWork
    const mine = nodes.filter((row: { case: { id: string } }) => row.case.id === id)
    expect(mine.every((row: { attendanceLabel: string }) => isIn('lo', row.attendanceLabel))).toBe(true)
    return Object.fromEntries(
      mine.map((row: { step: { key: string }; attendance: string }) => [row.step.key, row.attendance]),
    )
  }
  const office = (id: string) => globalId('Office', id)

  test('what nobody can do goes up at once, and comes down when somebody can', async () => {
    const id = await way.send('TH', 'LA')
    await way.must(await way.key('LA', 'focal'), 'acknowledgeRequest', { caseId: id })
    await runDueJobs(api.service)
    expect(await told(id)).toEqual(['trace-family', 'verify-nationality'])
    expect(await attendance(id)).toMatchObject({ 'trace-family': 'NOBODY', 'verify-nationality': 'NOBODY' })
    const before = await ladderRows(api.engine)
    api.later(1)
    await runDueJobs(api.service)
    expect(await ladderRows(api.engine)).toEqual(before)

    await way.key('LA', 'verifier')
    expect(await told(id)).toEqual(['trace-family'])
    expect(await attendance(id)).toMatchObject({ 'trace-family': 'NOBODY', 'verify-nationality': 'OPEN' })
    await revokeAccount(api.service, 'la-verifier-la-mops-1')
    expect(await told(id)).toEqual(['trace-family', 'verify-nationality'])
  })

  test('an office that lacks one role is not raised for what another role of it does', async () => {
    // The police of Lao PDR play verifier and taskforce; of China verifier, supervisor and taskforce.
    await way.key('CN', 'supervisor')
    const id = await way.draft('CN', 'LA')
    const liaison = await way.key('CN', 'liaison')
    await way.must(liaison, 'recordConsent', { caseId: id, ...consent })
    await way.must(liaison, 'submitForReview', { caseId: id })
    await runDueJobs(api.service)
    const rows = (await ladderRows(api.engine)).escalations.filter(({ caseId }) => caseId === readGlobalId(id)?.id)
    expect(rows).toEqual([])
  })

  test('an office that stands in is somebody, where somebody is there', async () => {
    const id = await way.send('TH', 'LA')
    await way.must(await way.key('LA', 'focal'), 'acknowledgeRequest', { caseId: id })
    const days = { role: 'WELFARE', firstDay: '2026-03-02', lastDay: '2026-03-06' }
    const input = { ...days, from: office('la-mlsw-social-welfare'), to: office('la-lwu') }
    await way.must(await way.key('LA', 'admin'), 'delegateRole', input)
    await runDueJobs(api.service)
    expect((await attendance(id))['trace-family']).toBe('NOBODY')
    expect(await told(id)).toContain('trace-family')
    await way.key('LA', 'welfare', 'la-lwu')
    expect((await attendance(id))['trace-family']).toBe('DELEGATED')
    expect(await told(id)).not.toContain('trace-family')
    api.clock.set(at('2026-03-06T17:00:00.000Z'))
    await runDueJobs(api.service)
    expect(await told(id)).toContain('trace-family')
  })

  test('offices are open on their own clock, on their own working days', async () => {
    const query = '{ offices(country: LA, first: 100) { nodes { code openNow hours { open close everyDay } } } }'
    const open = async (now: string) => {
      api.clock.set(at(now))
      const { nodes } = (await api.ask(await way.key('LA', 'focal'), query)).data.offices
      return nodes.find(({ code }: { code: string }) => code === 'la-mlsw').openNow
    }
    const closes = api.service.world.offices.get('la-mlsw' as never)?.hours?.close ?? ''
    const utc = (local: string) => new Date(Date.parse(`2026-03-02T${local}:00+07:00`)).toISOString()
    expect(await open(utc('07:59'))).toBe(false)
    expect(await open(utc('08:00'))).toBe(true)
    expect(await open(utc(closes))).toBe(false)
    expect(await open('2026-03-01T03:00:00.000Z')).toBe(false)
    expect(await open(utc('20:00'))).toBe(false)
    const id = await way.send('TH', 'LA')
    expect(await attendance(id)).toEqual({ 'acknowledge-request': 'CLOSED' })
    await way.must(await way.key('LA', 'admin'), 'setHolidays', {
      year: 2026,
      holidays: ['2026-03-02'],
      makeUpDays: [],
    })
    expect(await open(utc('10:00'))).toBe(false)
  })
})

interface Told {
  readonly level: number
  readonly levelLabel: string
  readonly step: string
  readonly office: { readonly code: string }
  readonly requestingCountry: { readonly code: string }
  readonly dueDay: string | null
  readonly since: string
  readonly case: { readonly id: string } | null
}
interface Page {
  readonly nodes: readonly Told[]
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean }
}
