import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { countryCodes } from '../../server/domain/kernel/country.ts'
import type { Looked } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { codesOf, line, ReportDesk } from '../support/report-desk.ts'
import { traceOf } from '../support/stored.ts'
import { addEveryDirection, addFacts, straightHome } from '../support/told-facts.ts'
import { wholeMeeting } from '../support/whole-meeting.ts'
import { worded } from '../support/worded.ts'

const HOME = { requestingCountry: 'TH', countryOfReturn: 'LA' } as const
const REVIEW = { kind: 'CORRIDOR_REVIEW', ...HOME }
const six = countryCodes.map((code) => ({ code }))

describe.each(engineKinds)('the life of a report, on %s', (kind) => {
  let desk: ReportDesk
  beforeAll(async () => {
    desk = await ReportDesk.open(kind)
    await addEveryDirection(desk.api.engine)
  })
  afterAll(() => desk.api.close())
  // Ids rise with time: of two reports one is the earlier.
  beforeEach(() => desk.api.later(1))

  test.each([
    ['SOM_PROGRESS', six, 16 + 3, /^SOM-2025-/],
    ['IMM_SUMMARY', six, 5, /^IMM-2025-/],
    ['ANNUAL_MONITORING', six, 16 + 3, /^AMR-2025-/],
    ['CORRIDOR_REVIEW', [{ code: 'LA' }, { code: 'TH' }], 2 * (16 + 3), /^CR-THLA-2025-/],
  ] as const)(
    '%s: asked for, made behind the act, with a part for each country',
    async (reportKind, countries, tables, reference) => {
      const secretariat = await desk.secretariat()
      const corridor = reportKind === 'CORRIDOR_REVIEW' ? HOME : {}
      const done = await desk.api.act(secretariat, 'draftReport', { kind: reportKind, year: 2025, ...corridor })
      expect(done.problems).toEqual([])
      expect(await traceOf(desk.api.engine, done.receipt.id)).toMatchObject({
        journal: [{ ...done.receipt, kind: 'draftReport' }],
        outbox: [{ topic: 'draftReport' }],
      })
      const waiting = await desk.look(secretariat, done.noun.id)
      expect(waiting).toMatchObject({
        version: 1,
        kind: reportKind,
        status: 'DRAFT',
        making: { state: 'MAKING', stage: 'WAITING', percent: 0, failure: null },
        countries,
        snapshot: null,
        hash: null,
        tables: [],
        parts: [],
      })
      expect(waiting.reference).toMatch(reference)
      await desk.made()
      const made = await desk.look(await desk.key('LA', 'focal'), done.noun.id)
      expect(made).toMatchObject({
        version: 2,
        status: 'DRAFT',
        making: { state: 'MADE', stage: null, percent: 100 },
        snapshot: desk.api.clock.now(),
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        figuresHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      })
      expect(made.tables).toHaveLength(tables)
      const parts = made.parts.map(({ country, version, cleared, struck, areas }: Looked) => [
        country.code,
        ...[version, cleared, struck, areas.length],
      ])
      expect(parts).toHaveLength(countries.length)
      expect(parts).toEqual(expect.arrayContaining(countries.map(({ code }) => [code, 1, null, [], 6])))
    },
  )

  test('countries edit and clear, the secretariat publishes: versions, states, receipts', async () => {
    const secretariat = await desk.secretariat()
    const id = await desk.report()
    const reportPartId = await desk.part(id, 'LA')
    const lao = await desk.key('LA')
    const edit = { reportPartId, lines: [line('Courses were held.')], struck: ['OFFICES'], expectedVersion: 1 }
    const edited = await desk.api.act(lao, 'editReportPart', edit)
    expect([edited.problems, edited.noun]).toEqual([[], { id: reportPartId, version: 2 }])
    expect(codesOf(await desk.api.act(lao, 'editReportPart', edit))).toEqual(['CONFLICT expectedVersion'])
    const cleared = await desk.api.act(lao, 'clearReportPart', { reportPartId, expectedVersion: 2 })
    expect([cleared.problems, cleared.noun.version]).toEqual([[], 3])
    for (const { receipt, kind: act } of [
      { ...edited, kind: 'editReportPart' },
      { ...cleared, kind: 'clearReportPart' },
    ])
      expect((await traceOf(desk.api.engine, receipt.id)).journal).toEqual([{ ...receipt, kind: act }])
    expect((await desk.look(secretariat, id)).status).toBe('DRAFT')
    await desk.clear(id, 'KH', 'CN', 'MM', 'TH', 'VN')
    const whole = await desk.look(secretariat, id)
    expect([whole.status, whole.version]).toEqual(['CLEARED', 2])
    const clearedAt = desk.api.clock.now()
    desk.api.later(1)
    const published = await desk.publish(id)
    expect([published.problems, published.noun]).toEqual([[], { id, version: 3 }])
    const after = await desk.look(secretariat, id)
    expect(after).toMatchObject({ status: 'PUBLISHED', publishedAt: desk.api.clock.now(), leftOut: [] })
    const part = after.parts.find(({ country }: Looked) => country.code === 'LA')
    expect(part).toMatchObject({ version: 3, cleared: { at: clearedAt }, struck: ['OFFICES'] })
    const [capacity] = part.areas.filter(({ area }: Looked) => area === 'CAPACITY')
    expect(capacity.activities).toEqual([{ text: 'Courses were held.', language: 'en' }])
    const drafted = part.areas.flatMap((one: Looked) => one.drafted.map(({ code }: Looked) => code))
    expect(drafted).not.toContain('OFFICES')
    expect(drafted).toContain('REQUESTS_SENT')
  })

  test('sent twice each act is done once', async () => {
    const secretariat = await desk.secretariat()
    const draft = { kind: 'IMM_SUMMARY', year: 2025, idempotencyKey: desk.api.idempotencyKey() }
    const both = await Promise.all([1, 2].map(() => desk.api.act(secretariat, 'draftReport', draft)))
    expect(both[0]).toEqual(both[1])
    const id = both[0].noun.id
    await desk.made()
    const lao = await desk.key('LA')
    const clear = {
      reportPartId: await desk.part(id, 'LA'),
      expectedVersion: 1,
      idempotencyKey: desk.api.idempotencyKey(),
    }
    const cleared = await Promise.all([1, 2].map(() => desk.api.act(lao, 'clearReportPart', clear)))
    expect([cleared[0], cleared[0].problems]).toEqual([cleared[1], []])
    const without = ['KH', 'CN', 'MM', 'TH', 'VN']
    const publish = { reportId: id, expectedVersion: 2, without, idempotencyKey: desk.api.idempotencyKey() }
    const published = await Promise.all([1, 2].map(() => desk.api.act(secretariat, 'publishReport', publish)))
    expect([published[0], published[0].problems]).toEqual([published[1], []])
  })

  test('what was published says the same to everybody, and for ever', async () => {
    const secretariat = await desk.secretariat()
    const { noun: meeting } = await desk.api.act(secretariat, 'recordMeeting', wholeMeeting('SOM'))
    const id = await desk.report({ kind: 'SOM_PROGRESS', meeting: meeting.id })
    await desk.edit(id, 'TH', [line('A plan was adopted.', { area: 'POLICIES', part: 'RESULTS' })])
    await desk.clear(id, ...countryCodes)
    expect((await desk.publish(id)).problems).toEqual([])
    const readers = [secretariat]
    for (const country of countryCodes)
      for (const role of ['focal', 'taskforce', 'privacy', 'admin'] as const)
        readers.push(await desk.key(country, role))
    const said = async () => {
      const all = await Promise.all(readers.map((key) => desk.look(key, id)))
      return new Set(all.map((one) => JSON.stringify(one)))
    }
    const file = await desk.file(secretariat, id)
    const { contentHash, sha256 } = await desk.lookAtFile(secretariat, file)
    const before = await said()
    expect(before.size).toBe(1)
    expect(JSON.parse([...before][0] ?? '')).toMatchObject({ hash: contentHash, meeting: meeting.id })
    // The record of the meeting changes, cases go on, figures are handed in, and a later report says something else.
    const changed = {
      ...wholeMeeting('SOM'),
      theme: worded('Another theme'),
      meetingId: meeting.id,
      expectedVersion: 1,
    }
    expect((await desk.api.act(secretariat, 'updateMeeting', changed)).problems).toEqual([])
    await addFacts(
      desk.api.engine,
      Array.from({ length: 30 }).flatMap(() => straightHome(HOME)),
    )
    desk.api.later(1)
    const later = await desk.report({ kind: 'SOM_PROGRESS', meeting: meeting.id })
    expect(await said()).toEqual(before)
    const again = await desk.lookAtFile(secretariat, await desk.file(secretariat, id))
    expect(again).toMatchObject({ contentHash, sha256 })
    const differing = (await desk.look(secretariat, later, 'previous { id } differences { what in }')) as Looked
    expect(differing.previous.id).toBe(id)
    expect(new Set(differing.differences.map(({ what }: Looked) => what))).toEqual(
      new Set(['CELL', 'DURATIONS', 'COUNTRY', 'MEETING']),
    )
  })

  test('a focal agency reviews its own corridor with the other country, and publishes it', async () => {
    const thai = await desk.key('TH', 'focal')
    const id = await desk.report(REVIEW, thai)
    expect((await desk.look(thai, id)).countries).toEqual([{ code: 'LA' }, { code: 'TH' }])
    await desk.clear(id, 'TH', 'LA')
    // The other country reads and clears it; it is published by the country that asked for it.
    const lao = await desk.key('LA', 'focal')
    const told = { reportId: id, expectedVersion: 2, without: [] }
    expect(codesOf(await desk.api.act(lao, 'publishReport', told))).toEqual(['NOT_FOUND'])
    expect(codesOf(await desk.api.act(await desk.secretariat(), 'publishReport', told))).toEqual(['NOT_FOUND'])
    expect((await desk.publish(id, [], thai)).problems).toEqual([])
    expect((await desk.look(lao, id)).status).toBe('PUBLISHED')
    expect(await desk.look(await desk.key('VN', 'focal'), id)).toBeNull()
  })
})
