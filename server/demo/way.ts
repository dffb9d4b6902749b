import type { Stage } from '../domain/cases/stage.ts'
import type { ActionName } from '../domain/procedures/action-names.ts'
import type { Route } from '../domain/procedures/procedure.ts'
import type { Entered, Turn } from './turn.ts'

/** Earliest and latest, in days. */
export type Days = readonly [number, number]

/** How a case goes: step by step until a stage, then by a script, and where it says so on to another stage. */
export interface Way {
  /** Ordinary when left out. */
  readonly route?: Route
  readonly until: Stage
  /** How long before the start of the demo it begins. */
  readonly begins: Days
  /** On which day of the start (0), before or after it, the persons are to be handed over; the first that is possible. */
  readonly meets?: Days
  readonly turns?: readonly Turn[]
  readonly goesOnTo?: Stage
  /** Steps that nobody does. */
  readonly leaves?: readonly ActionName[]
  /** What is entered otherwise than usual on the way. */
  readonly enters?: Partial<Record<ActionName, Entered>>
  readonly profile?: Entered
  /** How many other persons are on its handover list. */
  readonly alongside?: number
  /** The person was helped before: there is an earlier case, which was closed. */
  readonly isSecond?: boolean
  /** Always a child, never one; left out: as it comes. */
  readonly child?: boolean
}
