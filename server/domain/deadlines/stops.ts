import { type Instant, instantOf, msOf } from '../kernel/instant.ts'

/** A time in which the owner's clock stands still; half open, `until` null while it lasts. */
export interface Stop {
  readonly from: Instant
  readonly until: Instant | null
}

/** The union of stops as ordered, disjoint spans in milliseconds; an open one reaches to infinity. */
function union(stops: readonly Stop[]): readonly (readonly [number, number])[] {
  const spans = stops
    .map((stop): [number, number] => [msOf(stop.from), stop.until === null ? Infinity : msOf(stop.until)])
    .filter(([from, until]) => until > from)
    .sort((one, other) => one[0] - other[0])
  const joined: [number, number][] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1])
    else joined.push(span)
  }
  return joined
}

/** A day is lost when the clock stands still at its end: the day a stop begins is lost, the day it ends counts. */
export const standsStillAt = (endOfDay: Instant, stops: readonly Stop[]): boolean => {
  const end = msOf(endOfDay)
  return union(stops).some(([from, until]) => from < end && until >= end)
}

export const isStoppedAt = (now: Instant, stops: readonly Stop[]): boolean =>
  union(stops).some(([from, until]) => from <= msOf(now) && msOf(now) < until)

/** When a clock started at `from` has run `runningMs`, stops left out; null when an open stop comes first. */
export function runsUntil(from: Instant, runningMs: number, stops: readonly Stop[]): Instant | null {
  let end = msOf(from) + runningMs
  for (const [begin, until] of union(stops)) {
    if (until <= msOf(from)) continue
    if (begin >= end) break
    if (until === Infinity) return null
    end += until - Math.max(begin, msOf(from))
  }
  return instantOf(end)
}

/** Running time between two instants, stops left out. */
export function ranBetween(from: Instant, to: Instant, stops: readonly Stop[]): number {
  const [start, end] = [msOf(from), msOf(to)]
  const lost = union(stops).reduce(
    (sum, [begin, until]) => sum + Math.max(0, Math.min(until, end) - Math.max(begin, start)),
    0,
  )
  return Math.max(0, end - start - lost)
}
