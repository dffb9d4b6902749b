import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readGlobalId } from '../../schema/global-id.ts'
import { roles } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { factsIn } from '../support/report-desk.ts'
import { stored, traceOf } from '../support/stored.ts'

const LIST = `query ($country: CountryCode, $year: Int, $first: Int, $after: String, $replaced: Boolean) {
  aggregates(country: $country, year: $year, first: $first, after: $after, includeReplaced: $replaced) {
    nodes { country { code } year quarter indicator { code label } requestingCountry { code } countryOfReturn { code }
      total totalDerived parts { sex { code } age { list code label } exploitation { code } value }
      import { id version definition coverage source sourceDay replaces replacedBy } }
    pageInfo { hasNextPage endCursor } } }`
const COMPARE = `query ($year: Int!) {
  compareAggregates(requestingCountry: TH, countryOfReturn: LA, indicator: "identified", year: $year) {
    difference missing { code } text requesting { total import { definition } } ofReturn { total import { definition } } } }`

const said = {
  definition: { text: 'Persons identified by a multidisciplinary team, each once.' },
  coverage: { text: 'All provinces; without figures of embassies.' },
  source: { text: 'Annual report of the national committee.' },
  sourceDay: '2026-02-01',
}
const figure = (year: number, total: number, more: object = {}) => ({ year, indicator: 'identified', total, ...more })
const corridor = { requestingCountry: 'TH', countryOfReturn: 'LA' }

describe.each(engineKinds)('national figures, on %s', (kind) => {
  let api: Api
  beforeAll(async () => {
    api = await Api.open(kind)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  const handIn = async (country: CountryCode, figures: readonly object[], more: object = {}) =>
    api.act(await api.key(country, 'taskforce'), 'importAggregates', { ...said, figures, ...more })
  const list = async (variables: object): Promise<Looked[]> =>
    (await api.ask(await api.key('VN', 'focal'), LIST, variables)).data.aggregates.nodes

  test('they are kept as they were given, with what the country says of them, and journalled', async () => {
    const parts = [
      { sex: 'female', age: 'child', value: 3 },
      { sex: 'female', age: 'adult', value: 4 },
      { sex: 'male', age: 'not-stated', value: 2 },
    ]
    const { noun, receipt, problems } = await handIn('TH', [
      { year: 2024, indicator: 'identified', parts },
      figure(2024, 5, { ...corridor, quarter: 2 }),
    ])
    expect(problems).toEqual([])
    expect(noun.version).toBe(1)
    const { journal, outbox } = await traceOf(api.engine, receipt.id)
    expect(journal).toEqual([{ ...receipt, kind: 'importAggregates' }])
    expect(outbox).toHaveLength(1)
    const [whole, ofCorridor, ...rest] = await list({ country: 'TH', year: 2024 })
    expect(rest).toEqual([])
    expect(whole).toMatchObject({ total: 9, totalDerived: true, quarter: null, requestingCountry: null })
    expect(whole.parts[0]).toMatchObject({ sex: { code: 'female' }, age: { list: 'age-group', code: 'child' } })
    expect(whole.indicator.label).toMatch(/nạn nhân/)
    expect(whole.import).toMatchObject({ definition: said.definition.text, sourceDay: '2026-02-01', replacedBy: null })
    expect(ofCorridor).toMatchObject({ total: 5, totalDerived: false, quarter: 2, countryOfReturn: { code: 'LA' } })
    const query =
      'query ($id: ID!) { node(id: $id) { ... on AggregateImport { coverage office { code } country { code } } } }'
    const { data } = await api.ask(await api.keyOf('secretariat'), query, { id: noun.id })
    expect(data.node).toMatchObject({ coverage: said.coverage.text, country: { code: 'TH' } })
  })

  test.each([
    ['FIGURES_MISSING', []],
    ['FIGURE_EMPTY', [{ year: 2020, indicator: 'identified' }]],
    ['FIGURE_REPEATED', [figure(2020, 1), figure(2020, 1)]],
    ['TOTAL_NOT_SUM', [figure(2020, 3, { parts: [{ sex: 'female', value: 1 }] })]],
    ['CORRIDOR_OF_OTHERS', [figure(2020, 1, { requestingCountry: 'KH', countryOfReturn: 'VN' })]],
    ['FIELD_REQUIRED', [figure(2020, 1, { requestingCountry: 'TH' })]],
    ['SAME_COUNTRY', [figure(2020, 1, { requestingCountry: 'TH', countryOfReturn: 'TH' })]],
    ['PERIOD_NOT_ENDED', [figure(2026, 1)]],
    ['NUMBER_OUT_OF_RANGE', [figure(1999, 1)]],
    ['NUMBER_OUT_OF_RANGE', [figure(2020, -1)]],
    ['NUMBER_OUT_OF_RANGE', [figure(2020, 1, { quarter: 5 })]],
    ['YEAR_BUDDHIST', [figure(2563, 1)]],
    ['CODE_UNKNOWN', [{ year: 2020, indicator: 'suspected', total: 1 }]],
    ['CODE_UNKNOWN', [figure(2020, 1, { parts: [{ age: 'seventeen', value: 1 }] })]],
    ['CODES_MISSING', [figure(2020, 1, { parts: [{ value: 1 }] })]],
  ])('%s: nothing is stored', async (code, figures) => {
    const before = await stored(api.engine)
    const { noun, receipt, problems } = await handIn('TH', figures)
    expect([noun, receipt, problems.map((one: Looked) => one.code)]).toEqual([null, null, [code]])
    expect(problems[0].message).toMatch(/\p{Script=Thai}/u)
    expect(problems[0].next).toMatch(/\p{Script=Thai}/u)
    expect(`${problems[0].message}${problems[0].next}`).not.toMatch(/\{\{|problems:|next:/)
    expect(await stored(api.engine)).toEqual(before)
  })

  test('a total that is not its sum is told with both numbers and its place', async () => {
    const [one] = (await handIn('TH', [figure(2020, 3, { parts: [{ sex: 'female', value: 1 }] })])).problems
    expect(one.field).toEqual(['figures', '0', 'total'])
    const facts = Object.fromEntries(one.facts.map((fact: Looked) => [fact.key, fact.number ?? fact.text ?? fact.list]))
    expect(facts).toMatchObject({ total: 3, sum: 1, by: ['sex'], period: '2020' })
    expect(one.message).toContain('เพศ')
  })

  test('who a person is does not come in with what is said of figures; nor does nothing', async () => {
    const { problems } = await handIn('TH', [figure(2020, 1)], { source: { text: 'Call +66 81 234 5678' } })
    expect(problems.map((one: Looked) => [one.code, one.field[0]])).toEqual([['IDENTITY_IN_TEXT', 'source']])
    const empty = await handIn('TH', [figure(2020, 1)], { coverage: { text: '\u200b ' } })
    expect(empty.problems.map((one: Looked) => [one.code, one.field[0]])).toEqual([['FIELD_REQUIRED', 'coverage']])
    const long = await handIn('TH', [figure(2020, 1)], { definition: { text: 'a b '.repeat(80) } })
    expect(long.problems.map((one: Looked) => one.code)).toEqual(['TEXT_TOO_LONG'])
    const future = await handIn('TH', [figure(2020, 1)], { sourceDay: '2026-12-01' })
    expect(future.problems.map((one: Looked) => one.code)).toEqual(['DATE_IN_FUTURE'])
  })

  test('what was reported already is refused unless it is replaced; the older stays readable', async () => {
    const first = await handIn('MM', [figure(2021, 10), figure(2021, 4, { indicator: 'convicted' })])
    const quarter = await handIn('MM', [figure(2021, 2, { quarter: 1 })])
    expect(quarter.problems.map((one: Looked) => one.code)).toEqual(['FIGURES_OVERLAP'])
    const told = factsIn(quarter.problems[0])
    expect(told).toMatchObject({ country: 'MM', period: '2021', indicator: 'identified', import: first.noun.id })
    // It is said in words where to find it, and no id stands in them.
    const { message } = quarter.problems[0]
    expect(told).toMatchObject({ source: said.source.text, sourceDay: '2026-02-01' })
    for (const part of [said.source.text, api.service.world.countries.get('MM')?.label.my, '၂၀၂၆'])
      expect(message).toContain(part)
    expect(message).not.toContain(readGlobalId(first.noun.id)?.id)
    // Other indicators, periods and countries do not touch it.
    api.later(1)
    expect((await handIn('MM', [figure(2021, 7, { indicator: 'assisted' }), figure(2022, 10)])).problems).toEqual([])
    expect((await handIn('KH', [figure(2021, 10)])).problems).toEqual([])
    api.later(1)
    const second = await handIn('MM', [figure(2021, 11)], { replaces: [told.import] })
    expect(second.problems).toEqual([])
    const totals = async (more: object) =>
      (await list({ country: 'MM', year: 2021, ...more })).map((one) => [
        one.indicator.code,
        one.total,
        one.import.version,
      ])
    expect(await totals({})).toEqual([
      ['identified', 11, 1],
      ['assisted', 7, 1],
    ])
    expect(await totals({ replaced: true })).toEqual([
      ['identified', 11, 1],
      ['assisted', 7, 1],
      ['identified', 10, 2],
      ['convicted', 4, 2],
    ])
    const [newest] = await list({ country: 'MM', year: 2021 })
    expect(newest.import.replaces).toEqual([first.noun.id])
    const again = await handIn('MM', [figure(2021, 12)], { replaces: [first.noun.id] })
    expect(again.problems.map((one: Looked) => one.code)).toEqual(['IMPORT_REPLACED_ALREADY', 'FIGURES_OVERLAP'])
    const ofOthers = await handIn('LA', [figure(2021, 12)], { replaces: [second.noun.id] })
    expect(ofOthers.problems.map((one: Looked) => [one.code, ...one.field])).toEqual([['NOT_FOUND', 'replaces', '0']])
  })

  test('sent twice it is done once; of rivals that overlap one wins', async () => {
    const key = { idempotencyKey: api.idempotencyKey() }
    await api.key('VN', 'taskforce')
    const [one, other] = await Promise.all([handIn('VN', [figure(2023, 6)], key), handIn('VN', [figure(2023, 6)], key)])
    expect(other.receipt).toEqual(one.receipt)
    expect(await list({ country: 'VN', year: 2023 })).toHaveLength(1)
    const rivals = await Promise.all([1, 2, 3, 4, 5].map((total) => handIn('VN', [figure(2022, total)])))
    expect(rivals.filter(({ noun }) => noun)).toHaveLength(1)
    const lost = rivals.flatMap(({ problems }) => problems.map(({ code }: Looked) => code))
    expect(lost).toEqual(Array.from({ length: 4 }, () => 'FIGURES_OVERLAP'))
    // Two that do not touch each other are both taken.
    const apart = await Promise.all([2019, 2018, 2017].map((year) => handIn('VN', [figure(year, 1)])))
    expect(apart.flatMap(({ problems }) => problems)).toEqual([])
  })

  test('the taskforce and the administrator hand in; five roles of all countries read', async () => {
    const readers = ['focal', 'taskforce', 'privacy', 'admin', 'secretariat']
    for (const role of roles) {
      if (role === 'post') continue
      const key = role === 'secretariat' || role === 'operator' ? await api.keyOf(role) : await api.key('CN', role)
      const input = { ...said, figures: [figure(role === 'admin' ? 2015 : 2016, 1)] }
      const { problems } = await api.act(key, 'importAggregates', input)
      const may = role === 'taskforce' || role === 'admin'
      expect([role, problems.map((one: Looked) => one.code)]).toEqual([role, may ? [] : ['NOT_YOUR_ROLE']])
      const { data } = await api.ask(key, LIST, { country: 'TH' })
      expect([role, data.aggregates.nodes.length > 0]).toEqual([role, readers.includes(role)])
      const compared = (await api.ask(key, COMPARE, { year: 2024 })).data.compareAggregates
      expect([role, compared !== null]).toEqual([role, readers.includes(role)])
    }
  })

  test('two countries side by side: the difference and each definition, or whose figure is missing', async () => {
    const compared = async (year: number, headers: object = {}) =>
      (await api.ask(await api.keyOf('secretariat'), COMPARE, { year }, headers)).data.compareAggregates
    expect(await compared(2014)).toMatchObject({ difference: null, missing: [{ code: 'TH' }, { code: 'LA' }] })
    await handIn('TH', [figure(2014, 33, corridor)])
    const missing = await compared(2014)
    expect(missing).toMatchObject({ difference: null, missing: [{ code: 'LA' }], ofReturn: null })
    expect(missing.text).toBe('no figure of Lao PDR')
    await handIn('LA', [figure(2014, 29, corridor)], { definition: { text: 'Persons at their return.' } })
    const both = await compared(2014)
    expect(both).toMatchObject({ difference: 4, missing: [], requesting: { total: 33 }, ofReturn: { total: 29 } })
    expect(both.text).toBe('Thailand 33, Lao PDR 29: difference 4')
    expect(both.ofReturn.import.definition).toBe('Persons at their return.')
    expect((await compared(2014, { 'accept-language': 'my' })).text).toMatch(/ကွာခြားချက် ၄/)
  })

  test('a thousand rows at most; a page at a time', async () => {
    const ages = ['under-12', 'age-12-14', 'age-15-17', 'age-18-24', 'age-25-34', 'age-35-49', 'age-50-plus']
    const forms = [...(api.service.world.codes.get('exploitation')?.keys() ?? [])]
    const parts = ages.flatMap((age) => forms.map((exploitation) => ({ age, exploitation, value: 1 })))
    const many = Array.from({ length: 10 }, (_, place) => ({ year: 2005 + place, indicator: 'assisted', parts }))
    expect((await handIn('KH', many)).problems).toEqual([])
    const more = [...many, { ...many[0], indicator: 'convicted' }]
    expect((await handIn('KH', more)).problems.map((one: Looked) => one.code)).toEqual(['TOO_MANY'])
    const key = await api.key('TH', 'focal')
    const seen: string[] = []
    for (let after: string | null = null, goesOn = true; goesOn; ) {
      const { aggregates }: Looked = (await api.ask(key, LIST, { country: 'KH', first: 4, after })).data
      seen.push(...aggregates.nodes.map((one: Looked) => `${one.indicator.code} ${one.year}`))
      after = aggregates.pageInfo.endCursor
      goesOn = aggregates.pageInfo.hasNextPage
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(11)
    const wrong = await api.ask(key, LIST, { after: Buffer.from('nothing').toString('base64url') })
    expect(wrong.errors[0].extensions.code).toBe('CURSOR_INVALID')
  })
})
