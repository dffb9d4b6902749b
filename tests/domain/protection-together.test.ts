import { describe, expect, test } from 'vitest'
import type { Where } from '../../server/domain/reports/protection/cell.ts'
import type { CountTable } from '../../server/domain/reports/protection/count-table.ts'
import type { Release } from '../../server/domain/reports/protection/releases.ts'
import type { Share } from '../../server/domain/reports/protection/shares.ts'
import { ask, byFrom, persons, releaseOf, shown, table } from '../support/protected-tables.ts'

const bySex = (all: Where, female: number, male: number): CountTable =>
  table(
    JSON.stringify(all),
    ['sex'],
    [
      [all, female + male],
      [{ ...all, sex: 'female' }, female],
      [{ ...all, sex: 'male' }, male],
    ],
  )

describe('one count of each kind of person', () => {
  test('what the tables of others leave of a total is withheld, though no table has what lies between', () => {
    const earlier: Release[] = []
    const release = (from: string, answered: string, ...counts: readonly [number, number]) =>
      earlier.push(releaseOf(ask([bySex({ from, answered }, ...counts)], { earlier })))
    release('KH', 'yes', 20, 11)
    release('KH', 'no', 10, 7)
    release('LA', 'yes', 14, 16)
    release('LA', 'no', 9, 8)
    release('MM', 'yes', 12, 6)
    const all = bySex({}, 67, 78)
    expect(shown(ask([all], { earlier }))).toEqual([145, 67, 78])
    // 67 women less 20, 10, 14, 9 and 12 are the two of Myanmar who were not answered.
    release('MM', 'no', 2, 30)
    expect(shown(ask([all], { earlier }))).toEqual([145, null, null])
  })
})

describe('of what only grows', () => {
  const counted = (day: string, ...counts: readonly [number, number, number]): CountTable => ({
    ...byFrom(...counts),
    snapshot: day,
    measure: { ...persons, cumulative: true },
  })
  const first = counted('2026-11-01', 10, 20, 3)

  test('tables of a time in which nothing happened are the same, however many there are', () => {
    const earlier: Release[] = []
    for (let day = 10; day < 30; day += 1) {
      const answer = ask([{ ...first, snapshot: `2026-11-${day}` }], { earlier })
      expect(shown(answer)).toEqual([33, null, 20, null])
      earlier.push(releaseOf(answer))
    }
  })
  const unanswered = (day: string, ...counts: readonly [number, number, number]): CountTable => {
    const { cells, ...rest } = counted(day, ...counts)
    return {
      ...rest,
      id: 'unanswered',
      cells: cells.map((cell) => ({ ...cell, where: { ...cell.where, answered: 'no' } })),
    }
  }
  const all = (day: string) => counted(day, 10, 20, 30)
  const some = (day: string) => unanswered(day, 8, 13, 22)
  test('what a part leaves of a table that has not changed since the last time is withheld', () => {
    const earlier = [releaseOf(ask([all('2026-11-01')]))]
    const answer = ask([all('2026-11-02'), some('2026-11-02')], { earlier })
    // Of the ten of Cambodia, known already, two were answered.
    expect(shown(answer, 0)).toEqual([60, 10, 20, 30])
    expect(shown(answer, 1)).toEqual([43, null, null, 22])
  })
  test('also where the table was counted before and after, and not when its part was', () => {
    const earlier = [releaseOf(ask([all('2026-11-01')])), releaseOf(ask([all('2026-11-03')]))]
    expect(shown(ask([some('2026-11-02')], { earlier }))).toEqual([43, null, null, 22])
    // Its total alone says that nothing in it has changed.
    const total = table('total', [], [[{}, 60]])
    const later = { ...total, snapshot: '2026-11-03', measure: { ...persons, cumulative: true } }
    const known = [releaseOf(ask([all('2026-11-01')])), releaseOf(ask([later]))]
    expect(shown(ask([some('2026-11-02')], { earlier: known }))).toEqual([43, null, null, 22])
  })
  test('where a part of it was corrected in between, it is taken for counted anew', () => {
    const before = releaseOf(ask([all('2026-11-01')]))
    const between = releaseOf(ask([unanswered('2026-11-02', 12, 8, 8)], { earlier: [before] }))
    // Cambodia has ten before and after, and had twelve who were not answered.
    expect(shown(ask([all('2026-11-03')], { earlier: [before, between] }))).toEqual([60, 10, 20, 30])
    const bySexNow = { ...bySex({}, 30, 30), snapshot: '2026-11-02', measure: { ...persons, cumulative: true } }
    const answer = ask([bySexNow, unanswered('2026-11-02', 12, 8, 8)], { earlier: [before] })
    expect([shown(answer, 0), shown(answer, 1)]).toEqual([
      [60, 30, 30],
      [28, 12, 8, 8],
    ])
  })
  test('a table whose total stayed and whose parts were corrected is another one', () => {
    const earlier = [releaseOf(ask([counted('2026-11-01', 10, 20, 30)]))]
    expect(ask([counted('2026-11-02', 9, 21, 30)], { earlier })).toMatchObject({ kind: 'refused' })
  })
})

describe('a part of another count', () => {
  const share: Share = { part: 'answered', whole: 'sent', as: { from: 'owedBy' } }
  const measured = (name: string, dimension: string, ...counts: readonly [number, number, number]): CountTable => ({
    ...byFrom(...counts),
    id: name,
    measure: { ...persons, name },
    dimensions: [dimension],
    cells: byFrom(...counts).cells.map(({ where: { from }, count }) => ({
      where: from ? { [dimension]: from } : {},
      count,
    })),
  })
  const sent = measured('sent', 'from', 38, 60, 70)

  test('36 answered of 38 sent shows two: one of the numbers is withheld, and not it alone', () => {
    const answer = ask([sent, measured('answered', 'owedBy', 36, 50, 60)], { shares: [share] })
    const [sentTo, answered] = [shown(answer, 0), shown(answer, 1)]
    expect([sentTo[1], answered[1]]).toContain(null)
    const table = sentTo[1] === null ? sentTo : answered
    expect(table.filter((count) => count === null)).toHaveLength(2)
  })
  test('all answered, or five less, is shown; more answered than sent is nobody’s part', () => {
    const answer = ask([sent, measured('answered', 'owedBy', 38, 55, 75)], { shares: [share] })
    expect([...shown(answer, 0), ...shown(answer, 1)]).not.toContain(null)
  })
})
