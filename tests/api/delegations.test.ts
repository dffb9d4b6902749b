import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { globalId, readGlobalId } from '../../schema/global-id.ts'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { CaseId, PersonId } from '../../server/domain/kernel/ids.ts'
import { runDueJobs } from '../../server/jobs/due-jobs.ts'
import { execute } from '../../server/services/execute.ts'
import { signIn } from '../../server/services/sign-in.ts'
import { Api } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { Neighbour } from '../support/neighbour.ts'
import { refused } from '../support/refused.ts'
import { stored, traceOf } from '../support/stored.ts'
import { at, consent, nobody } from '../support/way-home.ts'
import { approval, fit, meeting, never, traced, WayOverHttp } from '../support/way-over-http.ts'

const office = (id: string) => globalId('Office', id)
/** Monday 2 to Friday 6 March, in Lao PDR. */
const week = { role: 'WELFARE', firstDay: '2026-03-03', lastDay: '2026-03-05' }
const [OWN, OTHER] = ['la-mlsw-social-welfare', 'la-lwu']
const [onFirstDay, onLastDay, after] = [
  at('2026-03-02T17:00:00.000Z'),
  at('2026-03-05T16:59:59.000Z'),
  at('2026-03-05T17:00:00.000Z'),
]

describe.each(engineKinds)('delegated roles on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  const laos = (role: Role, id: string) => api.key('LA', role, 1, id as never)
  const delegate = async (more: object = {}) =>
    api.act(await way.key('LA', 'admin'), 'delegateRole', { ...week, from: office(OWN), to: office(OTHER), ...more })
  const work = async (key: string) => {
    const query = `{ myWork(first: 100) { nodes { case { id } step { key } owes attendance attendanceLabel } } }`
    return (await api.ask(key, query)).data.myWork.nodes as Work[]
  }
  const sees = async (key: string, id: string) =>
    (await api.ask(key, 'query ($id: ID!) { case(id: $id) { id } }', { id })).data.case !== null
  const acknowledged = async () => {
    const caseId = await way.send('TH', 'LA')
    await way.must(await way.key('LA', 'focal'), 'acknowledgeRequest', { caseId })
    return caseId
  }
  const trace = async (caseId: string) => ({ caseId, expectedVersion: 5, ...traced })

  test('works from the first to the last day, for whoever has the role in the other office, and for nobody else', async () => {
    const [one, two, three] = [await acknowledged(), await acknowledged(), await acknowledged()]
    const theirs = await laos('welfare', OTHER)
    const guardian = await laos('guardian', OTHER)
    const { noun, problems, receipt } = await delegate()
    expect(problems).toEqual([])
    expect((await traceOf(api.engine, receipt.id)).journal).toEqual([{ ...receipt, kind: 'delegateRole' }])
    await runDueJobs(api.service)
    expect([await work(theirs), await sees(theirs, one)]).toEqual([[], false])
    const early = ['LA', 'welfare', OTHER] as const
    expect(await refused(api, early, 'recordFamilyTracing', await trace(one))).toEqual(['NOT_FOUND'])

    api.clock.set(onFirstDay)
    await runDueJobs(api.service)
    const rows = (await work(theirs)).filter(({ step }) => step.key === 'trace-family')
    expect(rows.map((row) => row.case.id).sort()).toEqual([one, two, three].sort())
    expect(rows.every(({ owes, attendance }) => !owes && attendance === 'DELEGATED')).toBe(true)
    expect(rows[0]?.attendanceLabel).toMatch(/\p{Script=Lao}/u)
    expect(await work(guardian)).toEqual([])
    await way.must(theirs, 'recordFamilyTracing', { caseId: one, ...traced })
    // The office itself may go on.
    await way.must(await laos('welfare', OWN), 'recordFamilyTracing', { caseId: two, ...traced })
    // Another role of the same office stands in for nobody.
    expect(await refused(api, ['LA', 'guardian', OTHER], 'recordFamilyTracing', await trace(three))).toEqual([
      'NOT_YOUR_ROLE',
    ])

    api.clock.set(onLastDay)
    await runDueJobs(api.service)
    expect((await work(theirs)).some((row) => row.case.id === three)).toBe(true)
    api.clock.set(after)
    // At once, before any job has run.
    expect(await refused(api, early, 'recordFamilyTracing', await trace(three))).toEqual(['NOT_YOUR_OFFICE'])
    await runDueJobs(api.service)
    expect(await work(theirs)).toEqual([])
    // An office that had a part reads on until closure (model.md).
    expect(await sees(theirs, three)).toBe(true)
    const fresh = await acknowledged()
    expect(await sees(theirs, fresh)).toBe(false)
    expect(noun.id).toBe(globalId('Delegation', `${OWN}.welfare.1`))
  })

  test('a case whose step opens meanwhile is theirs as well', async () => {
    api.clock.set(after)
    const days = { firstDay: '2026-03-06', lastDay: '2026-03-20' }
    expect((await delegate(days)).problems).toEqual([])
    await runDueJobs(api.service)
    const caseId = await acknowledged()
    const theirs = await laos('welfare', OTHER)
    expect((await work(theirs)).map((row) => row.case.id)).toContain(caseId)
    await way.must(theirs, 'recordFamilyTracing', { caseId, ...traced })
    // And nobody else's: what it has no step in it does not see.
    const sent = await way.send('TH', 'LA')
    expect(await sees(theirs, sent)).toBe(false)
    expect(await api.ask(theirs, 'query ($id: ID!) { case(id: $id) { id } }', { id: sent })).toMatchObject({
      text: (await api.ask(theirs, 'query ($id: ID!) { case(id: $id) { id } }', { id: never.case })).text,
    })
  })

  test('a border post that is closed is stood in for: the other one reads the list, and hands over', async () => {
    const caseId = await way.accept('TH', 'KH')
    const list = { caseIds: [caseId], crossing: 'kh-th-poipet-aranyaprathet', ...meeting }
    const handoverId = await way.must(await way.key('TH', 'liaison'), 'proposeHandover', list)
    await way.must(await way.key('KH', 'focal'), 'confirmHandover', { handoverId })
    const [own, other] = ['th-post-aranyaprathet', 'th-post-chong-chom']
    const days = { role: 'POST', firstDay: '2026-03-30', lastDay: '2026-03-30', from: office(own), to: office(other) }
    await way.must(await way.key('TH', 'admin'), 'delegateRole', days)
    const theirs = await api.key('TH', 'post', 1, other as never)
    const reads = async () =>
      (await api.ask(theirs, 'query ($id: ID!) { handover(id: $id) { status } }', { id: handoverId })).data.handover
    expect(await reads()).toBeNull()
    api.clock.set(at('2026-03-30T01:00:00.000Z'))
    await way.must(await way.key('TH', 'liaison'), 'recordDepartureCheck', { handoverId, caseId, ...fit })
    await runDueJobs(api.service)
    expect((await work(theirs)).map(({ step }) => step.key)).toEqual(['record-handover'])
    expect(await reads()).toEqual({ status: 'AGREED' })
    api.clock.set(at('2026-03-30T03:10:00.000Z'))
    const counts = { ...nobody, adultFemale: 1 }
    await way.must(theirs, 'recordHandover', { handoverId, handedOverAt: '2026-03-30T03:05:00Z', counts })
    // The other side's post is another country's: nobody of this one receives.
    const received = { handoverId, expectedVersion: 4, receivedAt: '2026-03-30T03:08:00Z', counts }
    expect((await api.act(theirs, 'confirmReception', received)).problems[0].code).toBe('NOT_YOUR_SIDE')
  })

  test('everyone reads who stands in for whom; the office says so today and not tomorrow', async () => {
    const days = { role: 'SUPERVISOR', firstDay: '2026-03-02', lastDay: '2026-03-02' }
    const input = { ...days, from: office('th-rtp-atpd'), to: office('th-dsi') }
    await way.must(await way.key('TH', 'admin'), 'delegateRole', input)
    const query = `{ delegations(country: TH) { totalCount nodes { role from { code } to { code } firstDay lastDay country { code } } }
      offices(country: TH, first: 100) { nodes { code standIn(role: SUPERVISOR) { code } other: standIn(role: FOCAL) { code } } } }`
    const standIn = async () => {
      const { data } = await api.ask(await way.key('VN', 'liaison'), query)
      return {
        list: data.delegations,
        now: data.offices.nodes.filter(
          (one: { standIn: object | null; other: object | null }) => one.standIn ?? one.other,
        ),
      }
    }
    const { list, now } = await standIn()
    expect(list.nodes.filter(({ role }: { role: string }) => role === days.role)).toEqual([
      { ...days, from: { code: 'th-rtp-atpd' }, to: { code: 'th-dsi' }, country: { code: 'TH' } },
    ])
    expect(now).toEqual([{ code: 'th-rtp-atpd', standIn: { code: 'th-dsi' }, other: null }])
    api.clock.set(at('2026-03-02T17:00:00.000Z'))
    expect(await standIn()).toEqual({ list, now: [] })
  })

  test('four eyes are four eyes: who wrote the request does not review it from an office that stands in', async () => {
    const days = { role: 'SUPERVISOR', firstDay: '2026-03-09', lastDay: '2026-03-13' }
    const input = { ...days, from: office('th-rtp-atpd'), to: office('th-dsi') }
    await way.must(await way.key('TH', 'admin'), 'delegateRole', input)
    api.clock.set(at('2026-03-08T17:00:00.000Z'))
    const liaison = await way.key('TH', 'liaison')
    const caseId = await way.draft('TH', 'LA')
    await way.must(liaison, 'recordConsent', { caseId, ...consent })
    await way.must(liaison, 'submitForReview', { caseId })
    await runDueJobs(api.service)
    const theirs = await api.key('TH', 'supervisor', 1, 'th-dsi' as never)
    const [author, reviewer] = [await signIn(api.service, liaison), await signIn(api.service, theirs)]
    if (!author || !reviewer) throw new Error('nobody signed in')
    expect(reviewer.standsInFor).toEqual(['th-rtp-atpd'])
    const target = readGlobalId(caseId)?.id as CaseId
    const review = (person: PersonId) =>
      execute(
        api.service,
        'reviewRequest',
        { target, input: approval, key: api.idempotencyKey(), expectedVersion: null },
        { ...reviewer, person },
      )
    expect((await review(author.person)).problems.map(({ code }) => code)).toEqual(['ANOTHER_OFFICER_NEEDED'])
    await way.must(theirs, 'reviewRequest', { caseId, ...approval })
  })

  test('what makes no sense is not delegated', async () => {
    const right = { ...week, from: office(OWN), to: office(OTHER), firstDay: '2026-05-04', lastDay: '2026-05-08' }
    for (const [who, more, codes] of [
      [['LA', 'focal'], {}, ['NOT_YOUR_ROLE']],
      [['LA', 'welfare'], {}, ['NOT_YOUR_ROLE']],
      [['TH', 'admin'], {}, ['OFFICE_OF_ANOTHER_COUNTRY from']],
      [['LA', 'admin'], { to: office('th-msdhs') }, ['OFFICE_OF_ANOTHER_COUNTRY to']],
      [['LA', 'admin'], { to: office('secretariat') }, ['OFFICE_OF_ANOTHER_COUNTRY to']],
      [['LA', 'admin'], { to: office('la-mops') }, ['OFFICE_LACKS_ROLE to']],
      [['LA', 'admin'], { role: 'VERIFIER' }, ['OFFICE_LACKS_ROLE from']],
      [['LA', 'admin'], { to: office(OWN) }, ['SAME_OFFICE to']],
      [['LA', 'admin'], { to: office('x'.repeat(90)) }, ['OFFICE_UNKNOWN to']],
      [['LA', 'admin'], { to: never.case }, ['OFFICE_UNKNOWN to']],
      [['LA', 'admin'], { lastDay: '2026-05-03' }, ['DAYS_OUT_OF_ORDER lastDay']],
      [['LA', 'admin'], { firstDay: '2026-02-30' }, ['DATE_INVALID firstDay']],
      [['LA', 'admin'], { firstDay: '2569-05-04' }, ['YEAR_BUDDHIST firstDay']],
      [['LA', 'admin'], { lastDay: '໒໕໖໙-໐໕-໐໘' }, ['YEAR_BUDDHIST lastDay']],
      [['LA', 'admin'], { lastDay: '2029-05-08' }, ['DATE_IN_FUTURE lastDay']],
      // The role of the administrator itself: no country has two such offices.
      [
        ['LA', 'admin'],
        { role: 'ADMIN', from: office('la-secretariat'), to: office('la-secretariat') },
        ['SAME_OFFICE to'],
      ],
      [['LA', 'admin'], { role: 'ADMIN', from: office('la-secretariat') }, ['OFFICE_LACKS_ROLE to']],
    ] as const)
      expect([more, await refused(api, who, 'delegateRole', { ...right, ...more })]).toEqual([more, codes])
    const query = 'mutation ($input: DelegateRoleInput!) { delegateRole(input: $input) { problems { code } } }'
    const input = { ...right, role: 'SECRETARIAT', idempotencyKey: api.idempotencyKey() }
    expect((await api.ask(await way.key('LA', 'admin'), query, { input })).errors).toHaveLength(1)
  })

  test('twice in one period is once: also of two administrators at once, also in Lao digits, also in a circle', async () => {
    const right = { ...week, from: office(OWN), to: office(OTHER), firstDay: '2026-06-01', lastDay: '2026-06-30' }
    const [one, two] = [await api.key('LA', 'admin', 1), await api.key('LA', 'admin', 2)]
    const before = await stored(api.engine)
    const both = await Promise.all([one, two].map((key) => api.act(key, 'delegateRole', right)))
    expect(both.map(({ problems }) => problems[0]?.code ?? 'done').sort()).toEqual(['DELEGATED_ALREADY', 'done'])
    expect((await stored(api.engine)).journal).toBe(before.journal + 1)
    for (const [more, codes] of [
      [{ firstDay: '2026-06-30', lastDay: '2026-07-02' }, ['DELEGATED_ALREADY firstDay']],
      [{ firstDay: '2026-05-20', lastDay: '2026-06-01' }, ['DELEGATED_ALREADY firstDay']],
      [{ firstDay: '໒໐໒໖-໐໖-໑໐', lastDay: '໒໐໒໖-໐໖-໑໑' }, ['DELEGATED_ALREADY firstDay']],
      // Who is away plays the role for nobody else.
      [{ from: office(OTHER), to: office(OWN), firstDay: '2026-06-15' }, ['DELEGATED_ALREADY to']],
    ] as const)
      expect([more, await refused(api, ['LA', 'admin'], 'delegateRole', { ...right, ...more })]).toEqual([more, codes])
    const input = { ...right, firstDay: '2026-07-01', lastDay: '2026-07-01', idempotencyKey: api.idempotencyKey() }
    const [done, twin] = await Promise.all([api.act(one, 'delegateRole', input), api.act(one, 'delegateRole', input)])
    expect([done.problems, twin]).toEqual([[], done])
    expect(await api.act(one, 'delegateRole', input)).toEqual(done)
  })

  test('a second process: two administrators, one period; and the officer acts there after its tick', async () => {
    const neighbour = await Neighbour.of(api)
    const admin = await way.key('LA', 'admin')
    const days = { firstDay: '2026-09-01', lastDay: '2026-09-10' }
    expect((await delegate(days)).problems).toEqual([])
    const again = { ...week, ...days, from: office(OWN), to: office(OTHER), idempotencyKey: api.idempotencyKey() }
    expect((await neighbour.act(admin, 'delegateRole', again)).problems).toEqual([{ code: 'DELEGATED_ALREADY' }])
    const caseId = await acknowledged()
    api.clock.set(at('2026-09-01T02:00:00.000Z'))
    await Promise.all([runDueJobs(api.service), runDueJobs(neighbour.service)])
    const input = { caseId, expectedVersion: 5, ...traced, idempotencyKey: api.idempotencyKey() }
    const done = await neighbour.act(await laos('welfare', OTHER), 'recordFamilyTracing', input)
    expect(done.problems).toEqual([])
    await neighbour.close()
  })
})

interface Work {
  readonly case: { readonly id: string }
  readonly step: { readonly key: string }
  readonly owes: boolean
  readonly attendance: string
  readonly attendanceLabel: string
}
