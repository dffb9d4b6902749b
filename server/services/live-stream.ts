import type { PlacedChange } from '../../db/work-change-queries.ts'
import type { CaseId } from '../domain/kernel/ids.ts'
import { type EventId, eventId, isOf, type Listening } from './event-id.ts'
import type { Account } from './sign-in.ts'

/** Why a listener who comes back cannot go on where they were. */
export type Gap = 'too-old' | 'too-many' | 'never-given' | 'of-another'

/** What a listener hears: from here on (ask for everything anew), or that the work on one case changed. */
export type WorkNews =
  | { readonly kind: 'begin'; readonly gap: Gap | null }
  | { readonly kind: 'changed'; readonly caseId: CaseId }

/**
 * Why a stream ends: the listener went or does not read; they are signed in no more, or belong to another office or role
 * now; the service stops, or cannot read its store; there is nothing more to tell.
 */
export type StreamEnd = 'gone' | 'slow' | 'signed-out' | 'moved' | 'stopped' | 'complete'

/** More cases than this are not kept for a listener who does not keep up: they ask for everything anew. */
const MOST_WAITING = 1000

/**
 * One listener. Of every case the last change waits alone, in the order of the last changes: what is told of it is told as
 * it stands then, so that nothing is lost, and what is kept does not grow.
 */
export class LiveStream implements Listening {
  readonly by: Account
  /** Hash of what they signed in with. */
  readonly key: string
  readonly wholeOffice: boolean
  /** Whether it tells of work; another is kept by whoever opened it. */
  readonly hearsWork: boolean
  readonly #left: () => void
  /** Up to where the changes of the office were looked at; null before the first look. */
  #seen: number | null
  #gap: Gap | null
  #begin = false
  readonly #waiting = new Map<CaseId, number>()
  #wake: (() => void) | null = null
  #end: StreamEnd | null = null
  readonly #over = new AbortController()
  #told = 0
  constructor(
    by: Account,
    key: string,
    wholeOffice: boolean,
    after: EventId | null,
    hearsWork: boolean,
    left: () => void,
  ) {
    this.by = by
    this.key = key
    this.wholeOffice = wholeOffice
    this.hearsWork = hearsWork
    this.#left = left
    this.#seen = after && isOf(after, this) ? after.place : null
    this.#gap = after && this.#seen === null ? 'of-another' : null
  }
  get seen(): number | null {
    return this.#seen
  }
  get ended(): StreamEnd | null {
    return this.#end
  }
  get over(): AbortSignal {
    return this.#over.signal
  }
  /** The id of the news given last. */
  get toldId(): string {
    return eventId(this, this.#told)
  }
  /** Where a listener stands who has been told everything so far; null while something is on its way. */
  get idleId(): string | null {
    const isIdle = this.#wake && !this.#begin && this.#waiting.size === 0
    return isIdle && this.#seen !== null ? eventId(this, this.#seen) : null
  }

  /** Changes after the place it has seen, up to `until`. */
  take(changes: readonly PlacedChange[], until: number): void {
    for (const { place, caseId, roles } of changes) {
      if (place <= (this.#seen ?? 0) || !(this.wholeOffice || roles.includes(this.by.role))) continue
      // Taken out first: the order is that of the last changes.
      this.#waiting.delete(caseId)
      this.#waiting.set(caseId, place)
    }
    this.#seen = until
    if (this.#waiting.size > MOST_WAITING) this.beginAt(until, 'too-many')
    else if (this.#waiting.size > 0) this.#wake?.()
  }

  /** This is the beginning, or something is missing: the listener asks for everything anew. */
  beginAt(place: number, gap = this.#gap): void {
    this.#waiting.clear()
    this.#begin = true
    this.#gap = gap
    this.#seen = place
    this.#wake?.()
  }

  /** The next news, as soon as there is some; null once it has ended. */
  async next(): Promise<WorkNews | null> {
    for (;;) {
      if (this.#end) return null
      if (this.#begin) {
        this.#begin = false
        this.#told = this.#seen ?? 0
        return { kind: 'begin', gap: this.#gap }
      }
      const [first] = this.#waiting
      if (first) {
        const [caseId, place] = first
        this.#waiting.delete(caseId)
        this.#told = place
        return { kind: 'changed', caseId }
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
      this.#wake = null
    }
  }

  end(why: StreamEnd): void {
    if (this.#end) return
    this.#end = why
    this.#waiting.clear()
    this.#left()
    this.#wake?.()
    this.#over.abort()
  }
}
