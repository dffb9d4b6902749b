import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distributionOf } from '../../server/domain/reports/figures/distribution.ts'

const histogramOf = (days: readonly number[]): Map<number, number> => {
  const histogram = new Map<number, number>()
  for (const one of days) histogram.set(one, (histogram.get(one) ?? 0) + 1)
  return histogram
}

test('median and 90th percentile are the nearest ranks of the sorted durations', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 60 }), (days) => {
      const sorted = days.toSorted((one, other) => one - other)
      expect(distributionOf(histogramOf(days))).toEqual({
        n: days.length,
        median: sorted[Math.ceil(days.length * 0.5) - 1],
        percentile90: sorted[Math.ceil((days.length * 9) / 10) - 1],
      })
    }),
  )
})

test('worked by hand: ten durations, and one that is far away', () => {
  expect(distributionOf(histogramOf([1, 2, 2, 3, 4, 5, 6, 7, 9, 200]))).toEqual({ n: 10, median: 4, percentile90: 9 })
  expect(distributionOf(histogramOf([30]))).toEqual({ n: 1, median: 30, percentile90: 30 })
  expect(distributionOf(new Map())).toBeNull()
})
