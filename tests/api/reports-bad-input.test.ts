import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { engineKinds } from '../support/engines.ts'
import { refused } from '../support/refused.ts'
import { codesOf, line, ReportDesk } from '../support/report-desk.ts'
import { bareId, jobsIn } from '../support/report-store.ts'
import { stored } from '../support/stored.ts'
import { addFacts, straightHome } from '../support/told-facts.ts'
import { never } from '../support/way-over-http.ts'
import { wholeMeeting } from '../support/whole-meeting.ts'
import { worded } from '../support/worded.ts'

const HOME = { requestingCountry: 'TH', countryOfReturn: 'LA' } as const
const REVIEW = { kind: 'CORRIDOR_REVIEW', year: 2025, ...HOME }
const SUMMARY = { kind: 'IMM_SUMMARY', year: 2025 }

describe.each(engineKinds)('wrong input of acts on reports, on %s', (kind) => {
  let desk: ReportDesk
  let report: string
  beforeAll(async () => {
    desk = await ReportDesk.open(kind)
    await addFacts(
      desk.api.engine,
      Array.from({ length: 9 }).flatMap(() => straightHome(HOME)),
    )
    report = await desk.report()
  })
  afterAll(() => desk.api.close())
  beforeEach(() => desk.api.later(1))

  test.each([
    ['another report of a country', SUMMARY, ['NOT_YOUR_ROLE kind']],
    ['a corridor of others', { ...REVIEW, requestingCountry: 'VN' }, ['CORRIDOR_OF_OTHERS requestingCountry']],
    [
      'no corridor',
      { kind: 'CORRIDOR_REVIEW', year: 2025 },
      ['FIELD_REQUIRED requestingCountry', 'FIELD_REQUIRED countryOfReturn'],
    ],
    ['half a corridor', { ...REVIEW, countryOfReturn: null }, ['FIELD_REQUIRED countryOfReturn']],
    ['one country', { ...REVIEW, countryOfReturn: 'TH' }, ['SAME_COUNTRY countryOfReturn']],
    ['a Buddhist year', { ...REVIEW, year: 2568 }, ['YEAR_BUDDHIST year']],
    ['a year too early', { ...REVIEW, year: 1999 }, ['NUMBER_OUT_OF_RANGE year']],
    ['a fifth quarter', { ...REVIEW, quarter: 5 }, ['NUMBER_OUT_OF_RANGE quarter']],
    [
      'several at once',
      { ...REVIEW, year: 1999, quarter: 0 },
      ['NUMBER_OUT_OF_RANGE year', 'NUMBER_OUT_OF_RANGE quarter'],
    ],
    ['a period without data', { ...REVIEW, year: 2020 }, ['PERIOD_WITHOUT_DATA year']],
    ['a meeting that never was', { ...REVIEW, meeting: never.meeting }, ['NOT_FOUND meeting']],
  ])('draftReport: %s', async (_what, input, codes) => {
    expect(await refused(desk.api, ['TH', 'focal'], 'draftReport', input)).toEqual(codes)
    expect(await jobsIn(desk.api.engine)).toEqual([])
  })

  test('draftReport: what is about all six takes no corridor; nor is it for a meeting that one may not know of', async () => {
    const secretariat = await desk.secretariat()
    const before = await stored(desk.api.engine)
    const both = await desk.api.act(secretariat, 'draftReport', { ...SUMMARY, ...HOME })
    expect(codesOf(both)).toEqual(['REPORT_OF_ALL requestingCountry', 'REPORT_OF_ALL countryOfReturn'])
    const one = await desk.api.act(secretariat, 'draftReport', { ...SUMMARY, countryOfReturn: 'LA' })
    expect(codesOf(one)).toEqual(['REPORT_OF_ALL countryOfReturn'])
    expect(await stored(desk.api.engine)).toEqual(before)
    const taskforce = await desk.key('VN')
    const meeting = await desk.way.must(taskforce, 'recordMeeting', wholeMeeting('TASKFORCE'))
    expect(await refused(desk.api, ['TH', 'focal'], 'draftReport', { ...REVIEW, meeting })).toEqual([
      'NOT_FOUND meeting',
    ])
    const met = { with: 'LA', heldOn: '2026-02-10', agenda: [] }
    const about = await desk.way.must(await desk.key('TH', 'focal'), 'recordCaseManagementMeeting', met)
    const reviews = { ...REVIEW, meeting: about }
    expect(await refused(desk.api, ['TH', 'focal'], 'draftReport', reviews)).toEqual(['NOT_FOUND meeting'])
  })

  const written = async (lines: readonly object[], struck: readonly string[] = []) => {
    const reportPartId = await desk.part(report, 'TH')
    return refused(desk.api, ['TH', 'focal'], 'editReportPart', { reportPartId, expectedVersion: 1, lines, struck })
  }

  test('editReportPart: who a person is does not come in, and is told line by line', async () => {
    const good = line('Courses were held.')
    expect(await written([good, line('Call Somchai Jaidee, 081 234 5678'), good, line('+66 81 234 5678')])).toEqual([
      'IDENTITY_IN_TEXT lines.1.wording.texts.0.note.text',
      'IDENTITY_IN_TEXT lines.3.wording.texts.0.note.text',
    ])
    const twoLanguages = {
      ...good,
      wording: { texts: [...worded('Good').texts, ...worded('สมชาย ใจดี ๐๘๑-๒๓๔-๕๖๗๘', 'th').texts] },
    }
    expect(await written([twoLanguages])).toEqual(['IDENTITY_IN_TEXT lines.0.wording.texts.1.note.text'])
  })

  test('editReportPart: every other fault has its own answer', async () => {
    const good = line('Courses were held.')
    expect(await written([line('')])).toEqual(['FIELD_REQUIRED lines.0.wording.texts.0.note'])
    expect(await written([line('\u200b ')])).toEqual(['FIELD_REQUIRED lines.0.wording.texts.0.note'])
    expect(await written([good, { ...good, wording: { texts: [] } }])).toEqual(['FIELD_REQUIRED lines.1.wording.texts'])
    expect(await written([line('a b '.repeat(80))])).toEqual(['TEXT_TOO_LONG lines.0.wording.texts.0.note.text'])
    const twice = { texts: [...worded('One').texts, ...worded('Two').texts] }
    expect(await written([{ ...good, wording: twice }])).toEqual(['CODE_REPEATED lines.0.wording.texts'])
    expect(await written(Array.from({ length: 121 }, () => good))).toEqual(['TOO_MANY lines'])
    expect(await written([good], ['OFFICES', 'OFFICES'])).toEqual(['CODE_REPEATED struck'])
    const reportPartId = await desk.part(report, 'TH')
    const stale = { reportPartId, expectedVersion: 4, lines: [good], struck: [] }
    expect(await refused(desk.api, ['TH', 'focal'], 'editReportPart', stale)).toEqual(['CONFLICT expectedVersion'])
  })

  test.each([
    ['PDF', [], ['CODES_MISSING languages']],
    ['DOCX', [], ['CODES_MISSING languages']],
    ['XLSX', ['th', 'lo', 'en'], ['TOO_MANY languages']],
    ['PDF', ['th', 'th'], ['CODE_REPEATED languages']],
    ['CSV', ['th'], ['TOO_MANY languages']],
    ['JSON', ['th', 'lo'], ['TOO_MANY languages']],
  ])('makeReportFile: %s in %j', async (format, languages, codes) => {
    const input = { report, format, languages }
    expect(await refused(desk.api, ['TH', 'focal'], 'makeReportFile', input)).toEqual(codes)
  })

  test('makeReportFile: of nothing, of what is not made, of what has failed', async () => {
    const file = (id: string) =>
      refused(desk.api, ['LA', 'focal'], 'makeReportFile', { report: id, format: 'JSON', languages: [] })
    for (const nothing of [never.report, '', 'Somchai', bareId(report), await desk.part(report, 'LA')])
      expect(await file(nothing)).toEqual(['NOT_FOUND report'])
    const secretariat = await desk.secretariat()
    const waiting = await desk.way.must(secretariat, 'draftReport', SUMMARY)
    expect(await file(waiting)).toEqual(['REPORT_NOT_MADE report'])
    await desk.way.must(secretariat, 'cancelReport', { reportId: waiting })
    expect(await file(waiting)).toEqual(['REPORT_NOT_MADE report'])
  })

  test('what the contract does not know is refused before it is an act', async () => {
    const wrong = async (name: string, input: object) => {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
      const query = `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code } } }`
      const variables = { input: { idempotencyKey: desk.api.idempotencyKey(), ...input } }
      const { errors } = await desk.api.ask(await desk.key('TH', 'focal'), query, variables)
      expect(errors[0].message).toMatch(/\p{Script=Thai}/u)
      return errors[0].extensions.code
    }
    const part = { reportPartId: await desk.part(report, 'TH'), expectedVersion: 1, struck: [] }
    expect(await wrong('draftReport', { ...REVIEW, kind: 'NEWS' })).toBe('BAD_USER_INPUT')
    expect(await wrong('draftReport', { ...REVIEW, audience: 'PRESS' })).toBe('BAD_USER_INPUT')
    expect(await wrong('draftReport', { ...REVIEW, requestingCountry: 'SG' })).toBe('BAD_USER_INPUT')
    expect(await wrong('editReportPart', { ...part, lines: [{ ...line('Words.'), area: 'SPORT' }] })).toBe(
      'BAD_USER_INPUT',
    )
    expect(await wrong('editReportPart', { ...part, lines: [{ ...line('Words.'), part: 'RUMOURS' }] })).toBe(
      'BAD_USER_INPUT',
    )
    expect(await wrong('editReportPart', { ...part, lines: [], struck: ['EVERYTHING'] })).toBe('BAD_USER_INPUT')
    expect(await wrong('makeReportFile', { report, format: 'ODT', languages: [] })).toBe('BAD_USER_INPUT')
    expect(await wrong('makeReportFile', { report, format: 'PDF', languages: ['fr'] })).toBe('BAD_USER_INPUT')
  })
})
