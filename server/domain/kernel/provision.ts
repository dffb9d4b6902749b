import type { InstrumentId } from './ids.ts'
import type { Basis } from './language.ts'

/** What a rule or a right rests on: a provision of an instrument, or without one a rule of this service. */
export interface Provision {
  readonly instrument: InstrumentId | null
  /** As the instrument numbers it: `14(3)`. */
  readonly article: string | null
  readonly basis: Basis
}
