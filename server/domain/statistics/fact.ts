import type { Stage } from '../cases/stage.ts'
import type { Corridor, CountryCode } from '../kernel/country.ts'
import type { Code } from '../kernel/ids.ts'
import type { Route } from '../procedures/procedure.ts'

/** What a fact counts: how far a person came, what an office did in which time, where the straight way was left, a service. */
export type FactKind = 'milestone' | 'step' | 'branch' | 'service'

/**
 * Something that was reached or done, frozen in the commit that did it: no id, no reference, no office, and no day nearer than
 * a quarter, so that it outlives the case and nobody can be found by it.
 */
export interface Fact extends Corridor {
  readonly kind: FactKind
  /** Milestone, name of the step's act, kind of the branch, or code of the service. */
  readonly name: string
  /** YYYY-Qn, Gregorian, on the calendar of the requesting country. */
  readonly quarter: string
  readonly route: Route
  /** Of the person: only where they agreed to be counted, else `not-stated`. */
  readonly ageBand: Code
  readonly sex: Code
  /** Sorted. */
  readonly exploitation: readonly Code[]
  readonly sector: Code | null
  /** How far the case had come before the act; after it where it was the first. */
  readonly stage: Stage
  /** Why the case was closed, or the branch taken; `none` where nothing is said, or may be. */
  readonly reason: Code
  /** Of a step: the country that owed it. */
  readonly owedBy: CountryCode | null
  /** Whole days: of a milestone since the request was sent, of a step since it was open, of a hold since it began. */
  readonly days: number | null
  /** Of a step: whether it was done by its due time; null where nothing limited it. */
  readonly kept: boolean | null
  /** Of a closure: whole days from the sent request to the reception. */
  readonly daysToReception: number | null
}

export const NONE = 'none' as Code
export const NOT_STATED = 'not-stated' as Code
