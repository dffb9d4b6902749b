import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readProtectionRules } from '../../db/reference/protection-rules.ts'
import { globalId } from '../../schema/global-id.ts'
import { cellKey } from '../../server/domain/reports/protection/cell.ts'
import { refOf } from '../../server/domain/reports/protection/count-table.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { FiguresDesk } from '../support/figures-desk.ts'
import { heldBy, keyOf, type ShownTable, shownTables } from '../support/figures-shown.ts'
import { releasesIn } from '../support/report-store.ts'
import { handInFigures, playSecondQuarter } from '../support/second-quarter.ts'
import { at, WayHome } from '../support/way-home.ts'

/**
 * What there is to count of tests/support/second-quarter.ts, worked out by hand before it was ever counted: every number
 * that is not zero. A key holds a category for each dimension of the table, `-` for all of them.
 *
 * Persons sent from April to June: A 12, B 8, C 7, D 2, E 3, F 6: 38. Not L (March), not G (July in Thailand), not N (who
 * did not agree to be counted). Steps count all cases, L and N among them.
 */
const COUNTED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // TH to LA: A, B, F. TH to KH: C. CN to VN: D. MM to TH: E.
  'sent-by-corridor': {
    ...{ '- -': 38, 'TH -': 33, 'CN -': 2, 'MM -': 3, '- LA': 26, '- KH': 7, '- VN': 2, '- TH': 3 },
    ...{ 'TH LA': 26, 'TH KH': 7, 'CN VN': 2, 'MM TH': 3 },
  },
  // Women: A, C, F. Men: B. Girls: D. Boys: E.
  'sent-by-sex-and-age': {
    ...{ '- -': 38, 'female -': 27, 'male -': 11, '- minor': 5, '- adult': 33 },
    ...{ 'female adult': 25, 'female minor': 2, 'male adult': 8, 'male minor': 3 },
  },
  // Forced labour: A, B, F; debt bondage: B once more, so that the parts are more than the 38 persons.
  'sent-by-exploitation': {
    ...{ '-': 38, 'forced-labour': 26, 'debt-bondage': 8, 'sexual-exploitation': 7 },
    ...{ 'child-labour': 3, 'forced-marriage': 2 },
  },
  'sent-by-sector': { '-': 38, fishing: 26, 'domestic-work': 7, construction: 3, 'not-stated': 2 },
  // A1 to A6. The woman who was received without a request never agreed to be counted.
  'accepted-by-corridor': { '- -': 6, 'TH -': 6, '- LA': 6, 'TH LA': 6 },
  'received-by-corridor': { '- -': 6, 'TH -': 6, '- LA': 6, 'TH LA': 6 },
  // Due on the second working day. LA: A in time; L 3, B1 to B4 and N late. KH: C1 to C5 in time, C6 and C7 late. TH: E.
  'acknowledged-in-time': {
    ...{ '- -': 30, '- in-time': 20, '- late': 10, 'LA -': 20, 'LA in-time': 12, 'LA late': 8 },
    ...{ 'KH -': 7, 'KH in-time': 5, 'KH late': 2, 'TH -': 3, 'TH in-time': 3 },
  },
  // A1 to A6, within 30 working days: from 3 April to 4 May there are 16 in Lao PDR.
  'verified-in-time': { '- -': 6, '- in-time': 6, 'LA -': 6, 'LA in-time': 6 },
  // Due within 24 hours: A1 to A5 at once, A6 after three days.
  'received-in-time': { '- -': 6, '- in-time': 5, '- late': 1, 'LA -': 6, 'LA in-time': 5, 'LA late': 1 },
  // A7 to A11 by LA, E1 by TH.
  'returned-for-information': { '- -': 6, 'TH -': 5, 'MM -': 1, '- LA': 5, '- TH': 1, 'TH LA': 5, 'MM TH': 1 },
  // C1 to C5, C6 and C7, L.
  'holds-by-reason': { '-': 10, medical: 5, legal: 2, 'document-pending': 3 },
  // B1 to B4, E2 and E3.
  'refusals-by-reason': { '-': 6, duplicate: 4, 'no-record': 2 },
  'disputes-by-subject': { '-': 1, timing: 1 },
  // B8, withdrawn; a refusal is no other stop.
  'stopped-by-corridor': { '- -': 1, 'TH -': 1, '- LA': 1, 'TH LA': 1 },
  'unannounced-by-corridor': { '- -': 1, 'TH -': 1, '- LA': 1, 'TH LA': 1 },
  // Visits of A1 to A6; with A1 and A2 legal help, with A3 to A5 education.
  'services-by-kind': { '-': 11, health: 6, legal: 2, education: 3 },
  // Open on 1 July. F is due on that day, G on the 3rd: 8; B5 to B7 and D are overdue.
  'acknowledge-open': {
    ...{ '- -': 13, '- not-yet-due': 8, '- overdue': 5, 'LA -': 11, 'LA not-yet-due': 8, 'LA overdue': 3 },
    ...{ 'VN -': 2, 'VN overdue': 2 },
  },
  // A12 (30 working days end on 21 May) and N (15 June) are overdue; the clock stands still for A7 to A11 and E1, who are
  // asked about, and for L and C, who are on hold.
  'verify-open': {
    ...{ '- -': 18, '- overdue': 2, '- no-limit': 16, 'LA -': 10, 'LA overdue': 2, 'LA no-limit': 8 },
    ...{ 'KH -': 7, 'KH no-limit': 7, 'TH -': 1, 'TH no-limit': 1 },
  },
  'receive-open': {},
}

/** Numbers of five and more that no small one can be reckoned from; a report that hid them would say nothing. */
const SURELY_SHOWN: Readonly<Record<string, readonly string[]>> = {
  'sent-by-corridor': ['- -', 'TH -', '- LA', '- KH', 'TH LA', 'TH KH'],
  'sent-by-sex-and-age': ['- -', 'female -', 'male -'],
  'sent-by-exploitation': ['-', 'forced-labour', 'debt-bondage', 'sexual-exploitation'],
  'sent-by-sector': ['-', 'fishing', 'domestic-work'],
  'accepted-by-corridor': ['- -', 'TH LA'],
  'received-by-corridor': ['- -', 'TH LA'],
  'acknowledged-in-time': ['- -', '- in-time', '- late', 'LA -'],
  'verified-in-time': ['- -', 'LA in-time'],
  'received-in-time': ['- -', 'LA -'],
  'holds-by-reason': ['-', 'medical'],
  'refusals-by-reason': ['-'],
  'services-by-kind': ['-', 'health'],
}

/**
 * Days of those done from April to June, nearest rank. LA acknowledged 12 in 2 days, B1 to B4 and N in 33 (1 April to
 * 4 May), L in 63 (2 March to 4 May): the 10th of 20 is 2, the 18th 63. It verified 3 at once and 3 after 31 days: the 3rd
 * of 6 is 0, the 6th 31. It received 5 at once and one after 3 days. n and what hangs on it are left out where KH (5 in 2, 2 in
 * 33 days) and TH (3 in 2 days) could be told apart.
 */
const DURATIONS = [
  ['acknowledgeRequest', 'KH', null, null, null, 0],
  ['acknowledgeRequest', 'LA', 20, 2, 63, null],
  ['acknowledgeRequest', 'TH', null, null, null, 0],
  ['confirmReception', 'LA', 6, 0, 3, 0],
  ['recordVerification', 'LA', 6, 0, 31, 0],
]

/** Sentences of each country: [requests sent, received abroad, accepted, received]; null where the number is left out. */
const SENTENCES: Readonly<Record<string, readonly (number | null)[]>> = {
  KH: [0, 0, 0, 0],
  CN: [null, 0, 0, 0],
  LA: [0, 0, 6, 6],
  MM: [null, 0, 0, 0],
  TH: [33, 6, 0, 0],
  VN: [0, 0, 0, 0],
}
/** Offices in the directory, counted in db/directory/offices.json. */
const OFFICES: Readonly<Record<string, number>> = { KH: 19, CN: 20, LA: 25, MM: 18, TH: 29, VN: 24 }

const REPORT = `query ($id: ID!) { node(id: $id) { ... on Report { snapshot
  tables { id snapshot isWithheld query { from to } dimensions { name categories } cells { where { dimension category } count leftOut } }
  durations { step owedBy { code } n medianDays percentile90Days notYetDue }
  reported { country { code } indicator { code } requestingCountry { code } countryOfReturn { code } total definition coverage source }
  parts { country { code } areas { area drafted { code count text(language: en) } } } } } }`

describe.each(engineKinds)('the first report of a small world, on %s', (kind) => {
  const rules = readProtectionRules().governments
  let api: Api
  let report: Looked
  let tables: readonly ShownTable[]
  beforeAll(async () => {
    api = await Api.open(kind)
    const world = await playSecondQuarter(await WayHome.open(api.engine))
    api.clock.set(at('2026-07-01T06:00:00.000Z'))
    await handInFigures(new FiguresDesk(api))
    await meet(api, globalId('Case', world.id('A12')))
    const id = await new FiguresDesk(api).draft({ kind: 'SOM_PROGRESS', year: 2026, quarter: 2 })
    report = (await api.ask(await api.keyOf('secretariat'), REPORT, { id })).data.node
    tables = shownTables(report.tables)
  })
  afterAll(() => api.close())

  test('every count behind it is the one that was worked out by hand', async () => {
    const [release, ...others] = await releasesIn(api.engine)
    expect(others).toEqual([])
    expect(release?.tables.map(({ id }) => id).toSorted()).toEqual(Object.keys(COUNTED).toSorted())
    for (const { id, dimensions, cells } of release?.tables ?? []) {
      const counted = cells.flatMap(({ where, count }) => (count === 0 ? [] : [[keyOf(dimensions, where), count]]))
      expect(Object.fromEntries(counted), id).toEqual(COUNTED[id])
    }
  })

  test('what is shown is that count, what is not shown is what disclosure control withheld, and much is shown', async () => {
    const [release] = await releasesIn(api.engine)
    const withheld = new Set(release?.withheld)
    expect(report.snapshot).toBe('2026-07-01T06:00:00.000Z')
    for (const { id, dimensions, cells } of tables) {
      const counted = release?.tables.find((table) => table.id === id)
      for (const { where, count, leftOut } of cells) {
        const key = keyOf(Object.keys(dimensions), where)
        const isWithheld = counted && withheld.has(cellKey(refOf(counted, where)))
        expect([count, leftOut], `${id} ${key}`).toEqual(
          isWithheld ? [null, 'PROTECTION'] : [COUNTED[id]?.[key] ?? 0, null],
        )
        if (SURELY_SHOWN[id]?.includes(key)) expect(count, `${id} ${key}`).not.toBeNull()
      }
    }
    for (const { query, snapshot } of report.tables)
      expect([query, snapshot]).toEqual([{ from: '2026-Q2', to: '2026-Q2' }, report.snapshot])
  })

  test('one to four are nowhere, and nobody comes nearer to them by adding and taking away than 1 to 4', async () => {
    let small = 0
    for (const table of tables) {
      const reader = await heldBy([table])
      for (const { where, count } of table.cells) {
        const truth = COUNTED[table.id]?.[keyOf(Object.keys(table.dimensions), where)] ?? 0
        if (truth === 0 || truth >= rules.threshold.count) continue
        small += 1
        expect(count).toBeNull()
        const [least, most] = reader.range([{ snapshot: table.snapshot, where, sign: 1 }])
        expect(most - least, `${table.id} ${JSON.stringify(where)}`).toBeGreaterThanOrEqual(rules.interval.width)
      }
      reader.end()
    }
    // All that are between 1 and 4 above.
    const byHand = Object.values(COUNTED).flatMap((cells) => Object.values(cells).filter((count) => count < 5))
    expect(small).toBe(byHand.length)
    expect(small).toBeGreaterThan(30)
  })

  test('medians and 90th percentiles stand with their n, beside what is open and not yet due', () => {
    const shown = report.durations.map((one: Looked) => [
      ...[one.step, one.owedBy.code, one.n],
      ...[one.medianDays, one.percentile90Days, one.notYetDue],
    ])
    expect(shown).toEqual(DURATIONS)
  })

  test('what countries reported stands as each defines it, and is not added up', () => {
    const shown = report.reported.map((one: Looked) => [
      ...[one.country.code, one.indicator.code, one.requestingCountry?.code ?? null, one.countryOfReturn?.code ?? null],
      ...[one.total, one.definition, one.coverage, one.source],
    ])
    expect(shown).toEqual([
      ['LA', 'identified', null, null, 41, 'Persons at their return.', 'Two provinces.', 'Police statistics.'],
      ['TH', 'identified', null, null, 57, 'Persons identified by a team.', 'All provinces.', 'Annual report.'],
      ['TH', 'identified', 'TH', 'LA', 29, 'Persons identified by a team.', 'All provinces.', 'Annual report.'],
    ])
    // 41 and 57; 57 and 29; all three.
    for (const sum of [98, 86, 127]) expect(JSON.stringify(report)).not.toMatch(new RegExp(`\\b${sum}\\b`))
  })

  test('sentences are drafted from what is shown and known', () => {
    for (const { country, areas } of report.parts) {
      const code: string = country.code
      const drafted: Looked[] = areas.flatMap((area: Looked) =>
        area.drafted.map((one: Looked) => ({ ...one, area: area.area })),
      )
      const of = (...codes: readonly string[]) =>
        codes.flatMap((name) => drafted.filter((one) => one.code === name).map(({ count }) => count))
      const fromTables = of('REQUESTS_SENT', 'PERSONS_RECEIVED_ABROAD', 'REQUESTS_ACCEPTED', 'PERSONS_RECEIVED')
      expect(fromTables, code).toEqual(SENTENCES[code])
      // In May the taskforce of LA met, and LA and TH about cases; the meeting of March is of another period.
      expect(of('OFFICES', 'TASKFORCE_MEETINGS', 'CASE_MEETINGS', 'LIMITS_AGREED'), code).toEqual([
        ...[OFFICES[code], code === 'LA' ? 1 : 0],
        ...[code === 'LA' || code === 'TH' ? 1 : 0, 0],
      ])
      expect(of('REPORTED'), code).toEqual(code === 'TH' ? [57] : code === 'LA' ? [41] : [])
      for (const { count, text } of drafted) {
        if (count === null) expect(text).not.toMatch(/\d/)
        else expect(text).toContain(String(count))
      }
      expect(areas.flatMap((area: Looked) => (area.drafted.length > 0 ? [area.area] : []))).toEqual([
        ...['MECHANISMS', 'RECOVERY', 'COOPERATION'],
      ])
    }
    expect(report.parts.map(({ country }: Looked) => country.code).toSorted()).toEqual(Object.keys(OFFICES).toSorted())
  })
})

async function meet(api: Api, about: string): Promise<void> {
  const desk = new FiguresDesk(api)
  for (const day of ['2026-03-20', '2026-05-20']) {
    const met = { series: 'TASKFORCE', firstDay: day, lastDay: day }
    await desk.must(await api.key('LA', 'taskforce'), 'recordMeeting', met)
  }
  const met = { with: 'LA', heldOn: '2026-05-21', agenda: [{ case: about, decision: 'next-meeting' }] }
  await desk.must(await api.key('TH', 'focal'), 'recordCaseManagementMeeting', met)
}
