import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type CountryCode, countryCodes } from '../../server/domain/kernel/country.ts'
import type { ReportContent } from '../../server/domain/reports/report.ts'
import type { Looked } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { canBeReckoned, ownSums, sumsShown } from '../support/reckoned-from.ts'
import { codesOf, factsIn, line, ReportDesk } from '../support/report-desk.ts'
import { addEveryDirection } from '../support/told-facts.ts'

const said = {
  definition: { text: 'Persons identified, each once.' },
  coverage: { text: 'All provinces.' },
  source: { text: 'Annual report.' },
  sourceDay: '2026-02-01',
}
const figure = (total: number, more: object = {}) => ({ year: 2025, indicator: 'identified', total, ...more })

describe.each(engineKinds)('who did not clear a report is not in it, on %s', (kind) => {
  let desk: ReportDesk
  beforeAll(async () => {
    desk = await ReportDesk.open(kind)
    await addEveryDirection(desk.api.engine)
    for (const [country, other] of [
      ['VN', 'TH'],
      ['TH', 'VN'],
      ['LA', 'TH'],
    ] as const) {
      const corridor = figure(7, { requestingCountry: country, countryOfReturn: other })
      const input = { ...said, figures: [figure(1000), corridor] }
      expect((await desk.api.act(await desk.key(country), 'importAggregates', input)).problems).toEqual([])
    }
  })
  afterAll(() => desk.api.close())
  beforeEach(() => desk.api.later(1))

  const content = async (id: string): Promise<ReportContent> => {
    const secretariat = await desk.secretariat()
    return JSON.parse(await desk.read(secretariat, await desk.file(secretariat, id))).content
  }
  const reckonable = (shown: ReportContent, country: CountryCode) =>
    ownSums(country).filter((sum) => canBeReckoned(sum, sumsShown(shown)))

  test('as long as somebody has not cleared it and is not named it is not published', async () => {
    const id = await desk.report()
    await desk.clear(id, 'TH', 'LA')
    for (const [without, silent] of [
      [[], ['KH', 'CN', 'MM', 'VN']],
      [['KH', 'CN', 'MM'], ['VN']],
    ] as const) {
      const refused = await desk.publish(id, without)
      expect(codesOf(refused)).toEqual(['REPORT_NOT_CLEARED without'])
      expect(factsIn(refused.problems[0])).toEqual({ countries: silent })
    }
    // Who cleared cannot be left out, nor can who is not of the report.
    expect(codesOf(await desk.publish(id, ['KH', 'TH', 'CN', 'MM', 'VN']))).toEqual(['REPORT_LEAVES_NOT_OUT without.1'])
    expect(codesOf(await desk.publish(id, ['KH', 'KH', 'CN', 'MM', 'VN']))).toEqual(['CODE_REPEATED without'])
    expect((await desk.look(await desk.secretariat(), id)).status).toBe('DRAFT')
    // A country that takes its clearance back by a change is silent again.
    await desk.edit(id, 'TH', [line('Something else.')])
    const refused = await desk.publish(id, ['KH', 'CN', 'MM', 'VN'])
    expect([codesOf(refused), factsIn(refused.problems[0])]).toEqual([
      ['REPORT_NOT_CLEARED without'],
      { countries: ['TH'] },
    ])
  })

  test('where nobody has cleared it it is not published at all', async () => {
    const id = await desk.report()
    expect(codesOf(await desk.publish(id, countryCodes))).toEqual(['REPORT_NOT_CLEARED'])
    const review = await desk.report({ kind: 'CORRIDOR_REVIEW', requestingCountry: 'TH', countryOfReturn: 'VN' })
    expect(codesOf(await desk.publish(review, ['TH', 'VN']))).toEqual(['REPORT_NOT_CLEARED'])
    expect(codesOf(await desk.publish(review, ['TH', 'VN', 'KH']))).toEqual(['REPORT_LEAVES_NOT_OUT without.2'])
  })

  test.each(['SOM_PROGRESS', 'IMM_SUMMARY'])(
    '%s: part and figures are gone, and nobody can reckon them',
    async (reportKind) => {
      const id = await desk.report({ kind: reportKind })
      await desk.edit(id, 'VN', [line('What Viet Nam wrote and did not clear.')])
      await desk.edit(id, 'TH', [line('What Thailand wrote.')])
      // As long as all of it is shown all of it can be reckoned: the reckoning finds what is there.
      const draft = await content(id)
      expect(reckonable(draft, 'VN')).toEqual(ownSums('VN'))
      await desk.clear(id, 'KH', 'CN', 'LA', 'MM', 'TH')
      expect((await desk.publish(id, ['VN'])).problems).toEqual([])
      const shown = await content(id)
      expect(shown).toMatchObject({ status: 'published', leftOut: ['VN'] })
      expect(shown.countries.map(({ country }) => country)).toEqual(['KH', 'CN', 'LA', 'MM', 'TH'])
      expect(reckonable(shown, 'VN')).toEqual([])
      // What is left of the others is still there.
      expect(canBeReckoned([{ requestingCountry: 'TH', countryOfReturn: 'LA' }], sumsShown(shown))).toBe(true)
      const reported = shown.figures.reported.map(({ country, corridor }) => [
        country,
        corridor?.countryOfReturn ?? null,
      ])
      expect(reported).toEqual([
        ['LA', null],
        ['LA', 'TH'],
        ['TH', null],
      ])
      const reader = await desk.look(await desk.key('VN'), id)
      expect(reader.leftOut).toEqual([{ code: 'VN' }])
      const part = reader.parts.find(({ country }: Looked) => country.code === 'VN')
      expect(part).toMatchObject({ cleared: null, areas: [] })
      expect(JSON.stringify([reader, shown])).not.toContain('What Viet Nam wrote')
      expect(JSON.stringify([reader, shown])).toContain('What Thailand wrote')
    },
  )

  test('of a corridor review no figure is left where one of the two is silent', async () => {
    const id = await desk.report({ kind: 'CORRIDOR_REVIEW', requestingCountry: 'TH', countryOfReturn: 'VN' })
    await desk.clear(id, 'TH')
    expect((await desk.publish(id, ['VN'])).problems).toEqual([])
    const shown = await content(id)
    expect(sumsShown(shown)).toEqual([])
    expect(shown.figures.tables.flatMap(({ cells }) => cells.filter(({ count }) => count !== null))).toEqual([])
    expect(shown.figures.reported).toEqual([])
    for (const { median, percentile90, notYetDue } of shown.figures.durations)
      expect([median, percentile90, notYetDue]).toEqual([null, null, null])
  })
})
