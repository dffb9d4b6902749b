import type { Period } from '../../domain/aggregates/period.ts'
import { type Telling, tell } from './teller.ts'

/** A year, or a quarter of it. */
export const periodName = (telling: Telling, { year, quarter }: Period): string =>
  quarter === null
    ? tell(telling, 'report:period.year', { year: String(year) })
    : tell(telling, 'report:period.quarter', { quarter: String(quarter), year: String(year) })
