import { sha256 } from '../adapters/hashing.ts'
import type { Actor } from '../domain/cases/actor.ts'

/** A place among the changes of one office, and the mark of whoever was given it. */
export interface EventId {
  readonly place: number
  readonly mark: string
}

/** Whose changes are told: those of the whole office, or of one role of it. */
export interface Listening {
  readonly by: Pick<Actor, 'office' | 'role'>
  readonly wholeOffice: boolean
}

const EVENT_ID = /^(\d{1,10})-([0-9a-f]{8})$/

/** Null for what was never the id of an event. */
export function readEventId(text: string): EventId | null {
  const [, place, mark] = EVENT_ID.exec(text) ?? []
  return place && mark ? { place: Number(place), mark } : null
}

/** The mark is no secret: it tells apart an id of another office, role or breadth, and one that was cut or mistyped. */
export function isOf({ place, mark }: EventId, listening: Listening): boolean {
  return mark === markOf(listening, place)
}

export const eventId = (listening: Listening, place: number): string => `${place}-${markOf(listening, place)}`

const markOf = ({ by, wholeOffice }: Listening, place: number): string =>
  sha256(`workChanged ${by.office} ${wholeOffice ? '*' : by.role} ${place}`).slice(0, 8)
