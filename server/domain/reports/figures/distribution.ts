/** Whole days, and how many took as many: the shape in which durations are counted. */
export type Histogram = ReadonlyMap<number, number>

export interface Distribution {
  /** How many it was measured on. */
  readonly n: number
  /** Days; of the sorted durations the one at place ⌈n/2⌉, so always one that occurred. */
  readonly median: number
  /** Days; the one at place ⌈0.9 n⌉. */
  readonly percentile90: number
}

/** Median and 90th percentile by nearest rank: no mean of two neighbours, no interpolation. Null of nothing. */
export function distributionOf(histogram: Histogram): Distribution | null {
  const sorted = [...histogram].filter(([, count]) => count > 0).sort(([one], [other]) => one - other)
  const n = sorted.reduce((sum, [, count]) => sum + count, 0)
  if (n === 0) return null
  const atRank = (rank: number): number => {
    let seen = 0
    for (const [days, count] of sorted) {
      seen += count
      if (seen >= rank) return days
    }
    throw new Error(`no rank ${rank} of ${n}`)
  }
  return { n, median: atRank(Math.ceil(n / 2)), percentile90: atRank(Math.ceil((9 * n) / 10)) }
}
