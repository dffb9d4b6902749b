import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sumProblems, withTotal } from '../../server/domain/aggregates/add-up.ts'
import type { GivenFigure, ImportHead, Part } from '../../server/domain/aggregates/aggregate.ts'
import { compare } from '../../server/domain/aggregates/compare.ts'
import { figureProblems, overlapProblems } from '../../server/domain/aggregates/figure-problems.ts'
import { lastDayOf, periodsOverlap, periodText } from '../../server/domain/aggregates/period.ts'
import type { SafeText } from '../../server/domain/confidentiality/safe-text.ts'
import type { Code, OfficeId } from '../../server/domain/kernel/ids.ts'
import type { Day, Instant } from '../../server/domain/kernel/instant.ts'

const TODAY = '2026-03-02' as Day
const isMinor = (band: Code) => band === 'age-15-17' || band === 'under-12'
const part = (value: number, codes: Partial<Record<'sex' | 'age' | 'exploitation', string>>): Part =>
  ({ sex: null, age: null, exploitation: null, ...codes, value }) as Part
const figure = (more: Partial<GivenFigure> = {}): GivenFigure => ({
  year: 2025,
  quarter: null,
  indicator: 'identified' as Code,
  requestingCountry: null,
  countryOfReturn: null,
  total: null,
  parts: [],
  ...more,
})
const faults = (...figures: readonly GivenFigure[]) =>
  sumProblems(
    figures.map((one) => withTotal(one, isMinor)),
    isMinor,
  ).map(({ field, facts }) => [field.join('.'), facts['total'], facts['sum'], facts['by']])

describe('totals and their parts', () => {
  test('the total against each breakdown: what differs is named with both numbers', () => {
    const parts = [part(4, { sex: 'female' }), part(5, { sex: 'male' })]
    expect(faults(figure({ total: 9, parts }))).toEqual([])
    expect(faults(figure({ total: 10, parts }))).toEqual([['figures.0.total', 10, 9, ['sex']]])
  })

  test('a coarser breakdown against a finer one, also child and adult against bands', () => {
    const fine = [part(1, { age: 'under-12' }), part(2, { age: 'age-15-17' }), part(3, { age: 'age-25-34' })]
    expect(faults(figure({ parts: [...fine, part(3, { age: 'child' }), part(3, { age: 'adult' })] }))).toEqual([])
    expect(faults(figure({ parts: [...fine, part(2, { age: 'child' }), part(4, { age: 'adult' })] }))).toEqual([
      ['figures.0.parts.3.value', 2, 3, ['age-band']],
      ['figures.0.parts.4.value', 4, 3, ['age-band']],
    ])
  })

  test('what is not stated of age counts in whichever way age is divided', () => {
    const unknown = part(2, { age: 'not-stated' })
    expect(faults(figure({ total: 5, parts: [part(3, { age: 'child' }), unknown] }))).toEqual([])
    expect(faults(figure({ total: 5, parts: [part(3, { age: 'under-12' }), unknown] }))).toEqual([])
    const both = [part(3, { age: 'under-12' }), part(3, { age: 'child' }), unknown]
    expect(faults(figure({ total: 5, parts: both }))).toEqual([])
  })

  test('a year against its four quarters', () => {
    const quarters = [1, 2, 3, 4].map((quarter) => figure({ quarter, total: quarter }))
    expect(faults(figure({ total: 10 }), ...quarters)).toEqual([])
    expect(faults(figure({ total: 11 }), ...quarters)).toEqual([['figures.0.total', 11, 10, ['quarter']]])
    expect(faults(figure({ total: 11 }), ...quarters.slice(1))).toEqual([])
  })

  test('a total that is not given is the sum of one breakdown, and is marked so', () => {
    const parts = [part(4, { sex: 'female' }), part(5, { sex: 'male' }), part(9, { age: 'child' })]
    expect(withTotal(figure({ parts }), isMinor)).toMatchObject({ total: 9, derived: true })
    expect(withTotal(figure({ total: 9, parts }), isMinor)).toMatchObject({ total: 9, derived: false })
  })

  test('any table adds up with the margins made from it, and with one of them changed it does not', () => {
    const cell = fc.nat({ max: 500 })
    fc.assert(
      fc.property(cell, cell, cell, cell, fc.integer({ min: 1, max: 9 }), (a, b, c, d, more) => {
        const cells = [
          part(a, { sex: 'female', age: 'child' }),
          part(b, { sex: 'female', age: 'adult' }),
          part(c, { sex: 'male', age: 'child' }),
          part(d, { sex: 'male', age: 'adult' }),
        ]
        const margins = (extra: number) => [
          part(a + b + extra, { sex: 'female' }),
          part(c + d, { sex: 'male' }),
          part(a + c, { age: 'child' }),
          part(b + d, { age: 'adult' }),
        ]
        const total = a + b + c + d
        expect(faults(figure({ total, parts: [...margins(0), ...cells] }))).toEqual([])
        expect(faults(figure({ total, parts: [...margins(more), ...cells] }))).not.toEqual([])
      }),
    )
  })
})

describe('what a figure may say', () => {
  const codes = (...figures: readonly GivenFigure[]) =>
    figureProblems(figures, 'TH', TODAY).map(({ code, field }) => `${code} ${field.join('.')}`)

  test('corridors of the country alone, both countries or neither', () => {
    const corridor = (requestingCountry: 'TH' | 'LA' | 'VN', countryOfReturn: 'LA' | 'TH' | 'VN') =>
      figure({ requestingCountry, countryOfReturn, total: 1 })
    expect(codes(corridor('TH', 'LA'), corridor('LA', 'TH'))).toEqual([])
    expect(codes(corridor('LA', 'VN'))).toEqual(['CORRIDOR_OF_OTHERS figures.0.requestingCountry'])
    expect(codes(corridor('TH', 'TH'))).toEqual(['SAME_COUNTRY figures.0.countryOfReturn'])
    expect(codes(figure({ requestingCountry: 'TH', total: 1 }))).toEqual(['FIELD_REQUIRED figures.0.countryOfReturn'])
    expect(codes(figure({ countryOfReturn: 'TH', total: 1 }))).toEqual(['FIELD_REQUIRED figures.0.requestingCountry'])
  })

  test('a period that is over, with something in it, once', () => {
    expect(codes(figure({ year: 2026, total: 1 }))).toEqual(['PERIOD_NOT_ENDED figures.0.year'])
    expect(codes(figure({ year: 2026, quarter: 1, total: 1 }))).toEqual(['PERIOD_NOT_ENDED figures.0.year'])
    expect(codes(figure())).toEqual(['FIGURE_EMPTY figures.0'])
    expect(codes(figure({ total: 1 }), figure({ total: 1 }))).toEqual(['FIGURE_REPEATED figures.1'])
    const twice = [part(1, { sex: 'female' }), part(1, { sex: 'female' })]
    expect(codes(figure({ parts: twice }))).toEqual(['FIGURE_REPEATED figures.0.parts.1'])
  })

  test('periods by their last day, and when they overlap', () => {
    expect(lastDayOf({ year: 2025, quarter: 2 })).toBe('2025-06-30')
    expect([periodText({ year: 2025, quarter: null }), periodText({ year: 2025, quarter: 3 })]).toEqual([
      '2025',
      '2025-Q3',
    ])
    const [year, q1, q2] = [null, 1, 2].map((quarter) => ({ year: 2025, quarter }))
    if (!year || !q1 || !q2) throw new Error('three periods')
    expect([periodsOverlap(year, q1), periodsOverlap(q1, q2), periodsOverlap(q1, q1)]).toEqual([true, false, true])
    expect(periodsOverlap(year, { year: 2024, quarter: null })).toBe(false)
  })

  test('what was reported already, unless its import is replaced: one problem an import', () => {
    const first: ImportHead = {
      id: 'first',
      country: 'TH',
      number: 1,
      definition: 'Each once.' as SafeText,
      coverage: 'All of it.' as SafeText,
      source: 'Annual report.' as SafeText,
      sourceDay: '2026-01-04' as Day,
      replaces: [],
      replacedBy: null,
      office: 'th-taskforce' as OfficeId,
      importedAt: '2026-01-05T02:00:00.000Z' as Instant,
    }
    const current = [1, 2].map((quarter) => ({ ...figure({ quarter }), import: first }))
    const reported = { count: 1, named: [], current }
    const [one, ...more] = overlapProblems([figure({ total: 3 })], reported, [])
    expect(more).toEqual([])
    expect(one).toMatchObject({
      code: 'FIGURES_OVERLAP',
      facts: { import: 'first', period: '2025-Q1', country: 'TH', source: 'Annual report.', sourceDay: '2026-01-04' },
    })
    expect(overlapProblems([figure({ total: 3 })], reported, ['first'])).toEqual([])
    expect(overlapProblems([figure({ quarter: 3, total: 3 })], reported, [])).toEqual([])
    expect(overlapProblems([figure({ indicator: 'assisted' as Code, total: 3 })], reported, [])).toEqual([])
  })
})

test('two countries: the difference, never an average; a missing figure is said', () => {
  const corridor = { requestingCountry: 'TH', countryOfReturn: 'LA' } as const
  const of = (total: number) => ({ ...figure(), total, derived: false, position: 0, import: null as never })
  expect(compare(corridor, of(33), of(29))).toMatchObject({ difference: 4, missing: [] })
  expect(compare(corridor, of(29), of(33))).toMatchObject({ difference: -4 })
  expect(compare(corridor, null, of(29))).toMatchObject({ difference: null, missing: ['TH'] })
  expect(compare(corridor, null, null)).toMatchObject({ difference: null, missing: ['TH', 'LA'] })
})
