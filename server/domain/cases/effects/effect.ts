import type { Act } from '../case-file.ts'
import type { CaseState } from '../case-state.ts'

/** A state that is being made. */
export type Writable = { -readonly [K in keyof CaseState]: CaseState[K] }

/** What an act means for the state: only what is special about it. */
export type Effects = Partial<Record<Act['action'], (state: Writable, act: Act) => void>>

export function lift(state: Writable, act: Act): void {
  state.hold = null
  state.holds = endStop(state.holds, act)
}

/** Answered, or decided without the answers. */
export function endRound(state: Writable, act: Act): void {
  state.round = null
  state.stops = endStop(state.stops, act)
}

/** The stop that still lasts ends with this act. */
const endStop = (stops: Writable['stops'], act: Act): Writable['stops'] =>
  stops.map((stop) => (stop.until === null ? { ...stop, until: act.at } : stop))
