import { describe, expect, test } from 'vitest'
import type { Where } from '../../server/domain/reports/protection/cell.ts'
import {
  type CountedCell,
  type CountTable,
  type Dimension,
  type Measure,
  shareTable,
} from '../../server/domain/reports/protection/count-table.ts'
import type { Release } from '../../server/domain/reports/protection/releases.ts'
import { Speaker } from '../../server/domain/reports/protection/said.ts'
import { ask, at, byFrom, releaseOf, shown, table } from '../support/protected-tables.ts'

describe('what is withheld of one table', () => {
  test('nothing where every count is zero or at the threshold', () => {
    expect(shown(ask([byFrom(5, 0, 30)]))).toEqual([35, 5, 0, 30])
  })
  test('a small count, and the cheapest other one, because the total minus the rest would show it', () => {
    expect(shown(ask([byFrom(3, 40, 20)]))).toEqual([63, null, 40, null])
  })
  test('two small counts that give too little play together take a third with them', () => {
    // 1 + 3 = 4: each would be 1 to 3 for a reader who knows that neither is zero; 1 to 4 is asked for.
    expect(shown(ask([byFrom(1, 3, 20)]))).toEqual([24, null, null, null])
    // 2 + 3 = 5: each may be 1 to 4.
    expect(shown(ask([byFrom(2, 3, 20)]))).toEqual([25, null, null, 20])
  })
  test('a small total, with all it is made of; its zeros tell nothing', () => {
    expect(shown(ask([byFrom(1, 2, 0)]))).toEqual([null, null, null, 0])
  })
  test('in public what is enough inside the governments', () => {
    expect(shown(ask([byFrom(7, 40, 20)]))).toEqual([67, 7, 40, 20])
    expect(shown(ask([byFrom(7, 40, 20)], { audience: 'public' }))).toEqual([67, null, 40, null])
  })
})

const share = (whole: CountedCell, count: number): CountTable =>
  shareTable({ id: 'answered', ...at }, whole, 'answered', ['yes', 'no'], count)

describe('a share, and the n beside a median', () => {
  test('36 answered of 38 sent shows two', () => {
    const answer = ask([share({ where: {}, count: 38 }, 36)])
    expect(shown(answer)).toEqual([38, null, null])
  })
  test('also where the two numbers stand in different tables', () => {
    const answered = table('median', [], [[{ answered: 'yes' }, 36]])
    const answer = ask([byFrom(20, 18, 0), answered])
    expect([shown(answer), shown(answer, 1)]).toEqual([[38, 20, 18, 0], [null]])
  })
  test('a sentence says what its cells say', () => {
    const answer = ask([
      share({ where: { from: 'KH' }, count: 38 }, 36),
      share({ where: { from: 'LA' }, count: 40 }, 20),
    ])
    const speaker = new Speaker(answer.kind === 'releasable' ? answer.tables : [])
    const cell = (where: Where) => ({ measure: 'requests', snapshot: at.snapshot, where })
    expect(speaker.count(cell({ from: 'KH', answered: 'yes' }))).toEqual({ kind: 'withheld' })
    expect(speaker.count(cell({ from: 'KH' }))).toEqual({ kind: 'shown', count: 38 })
    expect(speaker.share(cell({ from: 'KH', answered: 'yes' }), cell({ from: 'KH' }))).toBeNull()
    expect(speaker.share(cell({ from: 'LA', answered: 'yes' }), cell({ from: 'LA' }))).toEqual({ part: 20, whole: 40 })
    expect(() => speaker.count(cell({ from: 'MM' }))).toThrow('is in no table')
  })
})

describe('linked tables', () => {
  const women = table(
    'women',
    ['from'],
    [
      [{ sex: 'female' }, 40],
      [{ sex: 'female', from: 'KH' }, 18],
      [{ sex: 'female', from: 'LA' }, 22],
      [{ sex: 'female', from: 'MM' }, 0],
    ],
  )
  test('the difference of two tables is a cell: 20 of whom 18 women shows two men', () => {
    const both = ask([byFrom(20, 40, 0), women])
    const cells = [...shown(both), ...shown(both, 1)]
    expect(cells).toContain(null)
    expect([cells[1] === null || cells[5] === null]).toEqual([true])
  })
  test('also when the first was released earlier: what readers have is not taken back, the new table gives way', () => {
    const first = ask([byFrom(20, 40, 0)])
    expect(shown(first)).toEqual([60, 20, 40, 0])
    const second = ask([women], { earlier: [releaseOf(first)] })
    expect(shown(second)[1]).toBeNull()
  })
  test('the public is held against what the public has, and against what governments have', () => {
    const inside = releaseOf(ask([byFrom(3, 40, 20)]))
    // Shown in public, LA and MM with the total of the governments would show them the three from KH.
    const outside = ask([byFrom(3, 40, 20)], { audience: 'public', earlier: [inside] })
    expect(shown(outside)).toEqual([63, null, 40, null])
  })
  test('governments are shown what the public was not', () => {
    const outside = releaseOf(ask([byFrom(7, 40, 20)], { audience: 'public' }))
    expect(shown(ask([byFrom(7, 40, 20)], { earlier: [outside] }))).toEqual([67, 7, 40, 20])
  })
  test('a year is the sum of its quarters', () => {
    const quarters = table('quarters', [], [[{ period: '2026-Q1' }, 20]])
    const year = table('year', [], [[{ period: '2026' }, 22]])
    expect(shown(ask([year], { earlier: [releaseOf(ask([quarters]))] }))).toEqual([null])
  })
})

describe('a later snapshot', () => {
  const later = (count: number) => ({ ...byFrom(count, 40, 0), snapshot: '2027-11-01' })
  const first = () => releaseOf(ask([byFrom(40, 40, 0)]))
  test('41 after 40 shows one person', () => {
    const [total, kh] = shown(ask([later(41)], { earlier: [first()] }))
    expect([total, kh]).toEqual([null, null])
  })
  test('45 after 40, or 40 again, does not', () => {
    expect(shown(ask([later(45)], { earlier: [first()] }))).toEqual([85, 45, 40, 0])
    expect(shown(ask([later(40)], { earlier: [first()] }))).toEqual([80, 40, 40, 0])
  })
  test('38 after 40 shows two who are no longer counted', () => {
    expect(shown(ask([later(38)], { earlier: [first()] })).slice(0, 2)).toEqual([null, null])
  })
})

describe('groups', () => {
  const results = (confirmed: number, not: number) =>
    table(
      'results',
      ['result'],
      [
        [{}, confirmed + not],
        [{ result: 'confirmed' }, confirmed],
        [{ result: 'not' }, not],
      ],
    )
  test('that all share what a reader must not learn of any is not shown', () => {
    expect(shown(ask([results(12, 0)]))).toEqual([12, null, null])
    expect(shown(ask([results(12, 7)]))).toEqual([19, 12, 7])
  })
  test('one who is not among 20 of a category that overlaps with others', () => {
    const some = table(
      'exploitation',
      ['exploitation'],
      [
        [{}, 20],
        [{ exploitation: 'begging' }, 19],
        [{ exploitation: 'fishing' }, 8],
      ],
    )
    expect(shown(ask([some]))).toEqual([20, null, 8])
  })
})

describe('dominance', () => {
  const amounts: Measure = { name: 'spent', of: 'amounts', cumulative: false }
  const spent = (kh: readonly number[]): CountTable => ({
    id: 'spent',
    measure: amounts,
    snapshot: at.snapshot,
    dimensions: ['from'],
    cells: [
      { where: {}, count: kh.reduce((sum, one) => sum + one, 3000) },
      { where: { from: 'KH' }, count: kh.reduce((sum, one) => sum + one, 0), contributions: kh },
      { where: { from: 'LA' }, count: 1000, contributions: [500, 500] },
      { where: { from: 'MM' }, count: 2000, contributions: [700, 700, 600] },
    ],
  })
  test('a sum of which one office makes up more than 85 % is not shown, nor computable', () => {
    expect(shown(ask([spent([900, 50, 50])]))).toEqual([4000, null, null, 2000])
    expect(shown(ask([spent([400, 300, 300])]))).toEqual([4000, 1000, 1000, 2000])
  })
})

describe('refused', () => {
  test('where the cells that are the point of a table cannot be shown, with what to merge', () => {
    const kept = { ...byFrom(3, 2, 30), keep: [{ from: 'KH' }, { from: 'LA' }] }
    expect(ask([kept])).toMatchObject({
      kind: 'refused',
      merge: [{ table: 'by-from', dimension: 'from', categories: ['LA', 'KH'] }],
    })
  })
  test('where an earlier release tied hands: six small counts, none of them zero, in a total that readers have', () => {
    const six = ['KH', 'CN', 'LA', 'MM', 'TH', 'VN']
    const from: Dimension = { name: 'from', categories: six, sensitive: false }
    const total = table('total', [], [[{}, 13]])
    const divided = table(
      'by-from',
      ['from'],
      [[{}, 13], ...([1, 1, 1, 5, 2, 3] as const).map((count, index) => [{ from: six[index] ?? '' }, count] as const)],
    )
    const earlier = [releaseOf(ask([total], { audience: 'public' }))]
    // 13 less one for each of the five others: nobody can be more than 8, and 1 to 9 is asked for.
    const answer = ask([divided], { audience: 'public', earlier, dimensions: [from] })
    expect(answer).toMatchObject({ kind: 'refused', merge: [{ table: 'by-from', dimension: 'from' }] })
  })
  test('only the table that stands in the way, where others can be shown: zeros of it too', () => {
    const from: Dimension = { name: 'from', categories: ['KH', 'CN', 'LA', 'MM', 'TH', 'VN'], sensitive: false }
    const cells = [1, 1, 1, 5, 2, 3].map((count, index) => [{ from: from.categories[index] ?? '' }, count] as const)
    const earlier = [releaseOf(ask([table('total', [], [[{}, 13]])], { audience: 'public' }))]
    const other = { ...table('other', [], [[{}, 40]]), measure: { ...at.measure, name: 'others' } }
    const tables = [table('by-from', ['from'], [[{}, 13], ...cells]), table('all', [], [[{}, 13]]), other]
    const answer = ask(tables, { audience: 'public', earlier, dimensions: [from] })
    expect([shown(answer, 0), shown(answer, 1), shown(answer, 2)]).toEqual([[13, ...cells.map(() => null)], [13], [40]])
    expect(answer).toMatchObject({ tables: [{ isWithheld: true }, { isWithheld: false }, { isWithheld: false }] })
    expect(releaseOf(answer).tables.map(({ id }) => id)).toEqual(['all', 'other'])
  })
  test('advice where most of a table went', () => {
    expect(ask([byFrom(1, 3, 20)])).toMatchObject({
      kind: 'releasable',
      advice: [{ table: 'by-from', dimension: 'from', categories: ['KH', 'LA', 'MM'] }],
    })
  })
  test('what older rules let out stands in no later table’s way', () => {
    const old: Release = { audience: 'governments', tables: [byFrom(3, 40, 20)], withheld: [] }
    expect(shown(ask([byFrom(3, 40, 20)], { earlier: [old] }))).toEqual([63, 3, 40, 20])
  })
})

describe('a table that is none', () => {
  test('without a margin, with a cell twice, with a sum that does not add up', () => {
    const cells = byFrom(5, 6, 7).cells
    expect(() => ask([{ ...byFrom(5, 6, 7), cells: cells.slice(1) }])).toThrow('is missing')
    expect(() => ask([{ ...byFrom(5, 6, 7), cells: [...cells, ...cells] }])).toThrow('twice')
    expect(() => ask([{ ...byFrom(5, 6, 7), cells: cells.with(0, { where: {}, count: 19 }) }])).toThrow(
      'sum of its parts',
    )
    expect(() => ask([byFrom(0.5, 6, 7)])).toThrow('counts')
  })
})
