import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { and, eq } from '../../db/drizzle.ts'
import { param, statement } from '../../db/statement.ts'
import { readGlobalId } from '../../schema/global-id.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { refused, type Who } from '../support/refused.ts'
import { stored, traceOf } from '../support/stored.ts'
import { never, WayOverHttp } from '../support/way-over-http.ts'
import { wholeMeeting } from '../support/whole-meeting.ts'
import { worded } from '../support/worded.ts'

const MEETINGS = `query ($first: Int, $after: String, $series: MeetingSeries, $country: CountryCode) {
  meetings(first: $first, after: $after, series: $series, country: $country) {
    nodes { id series number } pageInfo { hasNextPage endCursor } } }`
const ONE = `query ($id: ID!) { node(id: $id) { ... on Meeting { version series number heldOn lastDay recordedAt
  recordedBy { code } countries { code } theme { text } outcomes { text } agenda { text } itemCount items { disputes } } } }`
const day = { firstDay: '2026-02-10', lastDay: '2026-02-10' }

/** How what was recorded before there were series lies in the store. */
const rewrite = statement(({ q, t }) =>
  q
    .update(t.registers)
    .set({ content: param('content') })
    .where(and(eq(t.registers.kind, param('kind')), eq(t.registers.id, param('id')))),
)
const contentOf = statement(({ q, t }) =>
  q
    .select({ content: t.registers.content })
    .from(t.registers)
    .where(and(eq(t.registers.kind, param('kind')), eq(t.registers.id, param('id')))),
)

describe.each(engineKinds)('meetings of every series on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  let secretariat: string
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
    secretariat = await api.keyOf('secretariat')
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  let number = 100
  const fresh = () => {
    number += 1
    return number
  }
  const record = (key: string, input: object) => api.act(key, 'recordMeeting', input)
  const look = async (key: string, id: string): Promise<Looked> => (await api.ask(key, ONE, { id })).data.node
  const list = async (key: string, more: object = {}): Promise<Looked> =>
    (await api.ask(key, MEETINGS, { first: 100, ...more })).data.meetings
  const codes = ({ problems }: Looked): string[] =>
    problems.map(({ code, field }: Looked) => [code, field.join('.')].join(' ').trim())

  test('the secretariat records and changes it without a country: journal, receipt, version, and nothing twice', async () => {
    const before = await stored(api.engine)
    const own = { ...wholeMeeting('SOM', { number: fresh() }), idempotencyKey: api.idempotencyKey() }
    const [done, twin] = await Promise.all([record(secretariat, own), record(secretariat, own)])
    expect([done.problems, twin]).toEqual([[], done])
    expect(await stored(api.engine)).toMatchObject({ journal: before.journal + 1, acts: before.acts })
    const { receipt, noun } = done
    expect(await traceOf(api.engine, receipt.id)).toMatchObject({
      journal: [{ ...receipt, kind: 'recordMeeting' }],
      outbox: [{ topic: 'recordMeeting' }],
    })
    api.later(60)
    const { theme: _theme, ...rest } = wholeMeeting('SOM', { number, outcomes: [worded('Changed.')] })
    const told = { ...rest, meetingId: noun.id, expectedVersion: 1 }
    const changed = await api.act(secretariat, 'updateMeeting', told)
    expect(changed.noun).toEqual({ id: noun.id, version: 2 })
    expect(await look(secretariat, noun.id)).toMatchObject({
      version: 2,
      series: 'SOM',
      recordedAt: START,
      recordedBy: { code: 'secretariat' },
      theme: null,
      outcomes: [{ text: 'Changed.' }],
      itemCount: 0,
      items: [],
    })
    expect(codes(await api.act(secretariat, 'updateMeeting', told))).toEqual(['CONFLICT expectedVersion'])
    expect(await stored(api.engine)).toMatchObject({ journal: before.journal + 2 })
  })

  test('a number of a series is taken once, also by two at one moment, and is free again when it is given back', async () => {
    const input = { series: 'IMM', number: fresh(), ...day }
    const both = await Promise.all([record(secretariat, input), record(secretariat, input)])
    const [first, second] = both.toSorted((one, other) => one.problems.length - other.problems.length)
    expect([first.problems, codes(second)]).toEqual([[], ['MEETING_RECORDED_ALREADY number']])
    const fact = second.problems[0].facts.find(({ key }: Looked) => key === 'meeting')
    expect(fact.text).toBe(first.noun.id)
    // Another series, and another country's taskforce, count for themselves.
    for (const key of [await way.key('LA', 'taskforce'), await way.key('TH', 'taskforce')])
      expect(codes(await record(key, { ...input, series: 'TASKFORCE' }))).toEqual([])
    expect(codes(await record(secretariat, { ...input, series: 'SOM' }))).toEqual([])
    const moved = { ...input, number: fresh(), meetingId: first.noun.id, expectedVersion: 1 }
    expect(codes(await api.act(secretariat, 'updateMeeting', moved))).toEqual([])
    const again = await record(secretariat, input)
    expect(codes(again)).toEqual([])
    const back = { ...input, meetingId: first.noun.id, expectedVersion: 2 }
    expect(codes(await api.act(secretariat, 'updateMeeting', back))).toEqual(['MEETING_RECORDED_ALREADY number'])
  })

  test('a taskforce records its own meeting, numbered or not; its country and the secretariat read it', async () => {
    const taskforce = await way.key('VN', 'taskforce')
    const { noun, problems } = await record(taskforce, {
      series: 'TASKFORCE',
      ...day,
      agenda: [worded('Border posts')],
    })
    expect(problems).toEqual([])
    expect(await look(taskforce, noun.id)).toMatchObject({
      number: null,
      countries: [{ code: 'VN' }],
      heldOn: day.firstDay,
    })
    for (const role of ['focal', 'admin'] as const)
      expect(await look(await way.key('VN', role), noun.id)).not.toBeNull()
    expect(await look(secretariat, noun.id)).not.toBeNull()
    const strangers = [
      await way.key('VN', 'privacy'),
      await way.key('VN', 'liaison'),
      await way.key('KH', 'taskforce'),
      await api.keyOf('operator'),
    ]
    for (const key of strangers) {
      expect(await look(key, noun.id)).toBeNull()
      expect((await list(key)).nodes.map(({ id }: Looked) => id)).not.toContain(noun.id)
    }
    const told = { series: 'TASKFORCE', ...day, meetingId: noun.id, expectedVersion: 1 }
    expect(codes(await api.act(taskforce, 'updateMeeting', told))).toEqual([])
    // Of another taskforce, it is not there; the secretariat reads it and may not change it.
    const other = await way.key('KH', 'taskforce')
    const nothing = await api.act(other, 'updateMeeting', { ...told, meetingId: never.meeting })
    expect(await api.act(other, 'updateMeeting', told)).toEqual(nothing)
    expect(codes(nothing)).toEqual(['NOT_FOUND'])
    const som = { ...told, series: 'SOM', number: fresh(), expectedVersion: 2 }
    expect(codes(await api.act(secretariat, 'updateMeeting', som))).toEqual(['NOT_YOUR_ROLE'])
  })

  test('who may not record is told so, and nothing is stored', async () => {
    const som = { series: 'SOM', number: fresh(), ...day }
    for (const role of ['focal', 'liaison', 'admin', 'privacy'] as const)
      expect(await refused(api, ['LA', role], 'recordMeeting', som)).toEqual(['NOT_YOUR_ROLE'])
    expect(await refused(api, ['LA', 'taskforce'], 'recordMeeting', som)).toEqual(['NOT_YOUR_ROLE series'])
    const before = await stored(api.engine)
    expect(codes(await record(secretariat, { series: 'TASKFORCE', ...day }))).toEqual(['NOT_YOUR_ROLE series'])
    expect(codes(await record(await api.keyOf('operator'), som))).toEqual(['NOT_YOUR_ROLE'])
    expect(await stored(api.engine)).toEqual(before)
    const { noun } = await record(secretariat, som)
    const told = { ...som, meetingId: noun.id, expectedVersion: 1 }
    expect(await refused(api, ['LA', 'taskforce'], 'updateMeeting', told)).toEqual(['NOT_YOUR_ROLE series'])
    const asTaskforce = { ...told, series: 'TASKFORCE' }
    expect(await refused(api, ['LA', 'taskforce'], 'updateMeeting', asTaskforce)).toEqual(['NOT_YOUR_ROLE'])
    expect(await refused(api, ['LA', 'liaison'], 'updateMeeting', told)).toEqual(['NOT_FOUND'])
  })

  test('what does not fit is told place by place, in the own letters, and nothing is stored', async () => {
    const who: Who = ['KH', 'taskforce']
    const wrong = (more: object) => refused(api, who, 'recordMeeting', { series: 'TASKFORCE', ...day, ...more })
    const document = (items: readonly object[] = []) => ({ kind: 'plan', title: worded('Plan'), items })
    const signed = (more: object = {}) => ({ document: 0, country: 'KH', day: day.firstDay, ...more })
    expect(await wrong({ lastDay: '2026-02-09' })).toEqual(['DAYS_OUT_OF_ORDER lastDay'])
    expect(await wrong({ firstDay: '2569-02-10' })).toEqual(['YEAR_BUDDHIST firstDay'])
    expect(await wrong({ number: 0 })).toEqual(['NUMBER_OUT_OF_RANGE number'])
    expect(await wrong({ delegations: [{ country: 'KH' }, { country: 'TH' }, { country: 'KH' }] })).toEqual([
      'CODE_REPEATED delegations.2.country',
    ])
    expect(await wrong({ documents: [document([{ number: 1 }, { number: 2 }, { number: 1 }])] })).toEqual([
      'NUMBER_REPEATED documents.0.items.2.number',
    ])
    expect(await wrong({ signatures: [signed()] })).toEqual(['FIELD_REQUIRED documents'])
    const one = { documents: [document()] }
    expect(await wrong({ ...one, signatures: [signed({ document: 1 }), signed({ document: -1 })] })).toEqual([
      'NUMBER_OUT_OF_RANGE signatures.0.document',
      'NUMBER_OUT_OF_RANGE signatures.1.document',
    ])
    expect(await wrong({ ...one, signatures: [signed(), signed()] })).toEqual(['CODE_REPEATED signatures.1.country'])
    expect(await wrong({ ...one, signatures: [signed({ day: '2026-03-03' })] })).toEqual([
      'DATE_IN_FUTURE signatures.0.day',
    ])
    const toCome = { firstDay: '2026-06-01', lastDay: '2026-06-02' }
    expect(await wrong({ ...toCome, outcomes: [worded('Adopted.')] })).toEqual(['DATE_IN_FUTURE firstDay'])
    expect(await wrong({ organisers: [{ role: 'Somchai', name: worded('Ministry') }] })).toEqual([
      'CODE_UNKNOWN organisers.0.role',
    ])
    expect(await wrong({ theme: { texts: [] } })).toEqual(['FIELD_REQUIRED theme.texts'])
    expect(await wrong({ agenda: Array.from({ length: 41 }, () => worded('Item')) })).toEqual(['TOO_MANY agenda'])
    const before = await stored(api.engine)
    expect(codes(await record(secretariat, { series: 'SOM', ...day }))).toEqual(['FIELD_REQUIRED number'])
    expect(await stored(api.engine)).toEqual(before)
  })

  test('who a person is does not come in, wherever words are taken', async () => {
    const name = worded('Call Somchai Jaidee, 081 234 5678')
    const places: Readonly<Record<string, unknown>> = {
      place: name,
      theme: name,
      agenda: [name],
      outcomes: [name],
      organisers: [{ role: 'host', name }],
      delegations: [{ country: 'KH', led: name }],
      others: [{ group: name }],
      documents: [{ kind: 'plan', title: name, items: [{ number: 1, text: name }] }],
      decisions: [{ text: name }],
      signatures: [{ document: 0, country: 'KH', office: name, day: day.firstDay }],
    }
    const told = await refused(api, ['KH', 'taskforce'], 'recordMeeting', { series: 'TASKFORCE', ...day, ...places })
    expect(new Set(told.map((one) => one.split(' ')[0]))).toEqual(new Set(['IDENTITY_IN_TEXT']))
    const fields = told.map((one) => one.split(' ')[1]?.replace(/\.texts.*$/, ''))
    expect([...new Set(fields)].toSorted()).toEqual([
      'agenda.0',
      'decisions.0.text',
      'delegations.0.led',
      'documents.0.items.0.text',
      'documents.0.title',
      'organisers.0.name',
      'others.0.group',
      'outcomes.0',
      'place',
      'signatures.0.office',
      'theme',
    ])
  })

  test('a meeting that is still to come has an agenda', async () => {
    const input = {
      series: 'SOM',
      number: fresh(),
      firstDay: '2026-09-01',
      lastDay: '2026-09-02',
      agenda: [worded('Plan')],
    }
    const { noun } = await record(secretariat, input)
    expect(await look(secretariat, noun.id)).toMatchObject({ heldOn: '2026-09-01', agenda: [{ text: 'Plan' }] })
  })

  test('filters go through pages: each entry once, none of another series or country', async () => {
    const ids: string[] = []
    for (let count = 0; count < 5; count += 1) {
      api.later(1)
      const own = await record(await way.key('MM', 'taskforce'), { series: 'TASKFORCE', ...day })
      ids.unshift(own.noun.id)
      expect(codes(await record(secretariat, { series: 'SOM', number: fresh(), ...day }))).toEqual([])
      await way.must(await way.key('CN', 'focal'), 'recordCaseManagementMeeting', {
        with: 'MM',
        heldOn: '2026-02-10',
        agenda: [],
      })
    }
    const pages: string[] = []
    const filter = { series: 'TASKFORCE', country: 'MM', first: 2 }
    for (let after: string | null = null; ; ) {
      const { nodes, pageInfo }: Looked = await list(secretariat, { ...filter, after })
      pages.push(...nodes.map(({ id }: Looked) => id))
      if (!pageInfo.hasNextPage) break
      after = pageInfo.endCursor
    }
    expect(pages).toEqual(ids)
    const of = async (more: object) =>
      new Set((await list(secretariat, more)).nodes.map(({ series }: Looked) => series))
    expect(await of({ series: 'SOM' })).toEqual(new Set(['SOM']))
    expect(await of({ country: 'CN' })).toEqual(new Set(['SOM', 'IMM', 'CASE_MANAGEMENT']))
    const focal = await way.key('CN', 'focal')
    expect((await list(focal, { series: 'CASE_MANAGEMENT' })).nodes).toHaveLength(5)
    expect((await list(focal, { series: 'TASKFORCE' })).nodes).toEqual([])
  })

  test('what was recorded before there were series is a case management meeting', async () => {
    const caseId = await way.send('TH', 'KH')
    const met = { with: 'KH', heldOn: '2026-02-10', agenda: [{ case: caseId, decision: 'go-on' }] }
    const focal = await way.key('TH', 'focal')
    const meeting = await way.must(focal, 'recordCaseManagementMeeting', met)
    const id = readGlobalId(meeting)?.id ?? ''
    const [row] = await api.engine.all(contentOf, { kind: 'meeting', id })
    const { series, ...old } = JSON.parse(String(row?.content))
    expect(series).toBe('case-management')
    await api.engine.commit([{ statement: rewrite, params: { kind: 'meeting', id, content: JSON.stringify(old) } }])
    expect(await look(focal, meeting)).toMatchObject({
      series: 'CASE_MANAGEMENT',
      number: null,
      heldOn: '2026-02-10',
      lastDay: '2026-02-10',
      countries: [{ code: 'TH' }, { code: 'KH' }],
      itemCount: 1,
      items: [{ disputes: 0 }],
      agenda: [],
    })
    const listed = (await list(focal, { series: 'CASE_MANAGEMENT' })).nodes
    expect(listed.map((one: Looked) => one.id)).toContain(meeting)
    // It is about cases, and is told by another act.
    const som = { series: 'SOM', number: fresh(), ...day, meetingId: meeting, expectedVersion: 1 }
    expect(codes(await api.act(secretariat, 'updateMeeting', som))).toEqual(['NOT_FOUND'])
  })
})
