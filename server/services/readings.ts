import { disclosureWrite } from '../../db/disclosure-queries.ts'
import type { Engine } from '../../db/engine.ts'
import { randomRowId } from '../chance.ts'
import type { Clock } from '../clock.ts'
import type { Actor } from '../domain/cases/actor.ts'
import type { CaseView } from '../domain/disclosure/case-view.ts'
import { type Disclosure, type ReadWay, readingOf } from '../domain/disclosure/reading.ts'
import type { Instant } from '../domain/kernel/instant.ts'

declare const shown: unique symbol
/** A case that may leave the service: that it was read is marked. Only made here; a resolver takes nothing else. */
export type ShownCase = CaseView & { readonly [shown]: true }

/** The log of readings cannot be written: no case is shown meanwhile. */
export class ReadNotLogged extends Error {}

/** How long a mark may wait for a commit to join. */
const WAIT_MS = 1000

/**
 * Who looked at which case. Marks wait for the next commit, at most one second, and are written with it. When they cannot
 * be, they stay, and no case is shown until they have been.
 */
export class Readings {
  readonly #engine: Engine
  readonly #clock: Clock
  /** By account, case, way and second: alike within one second, they are one. */
  #waiting = new Map<string, Disclosure>()
  #timer: NodeJS.Timeout | null = null
  #flushing: Promise<boolean> | null = null
  #failed = false
  constructor(engine: Engine, clock: Clock) {
    this.#engine = engine
    this.#clock = clock
  }

  /** The one way by which a case leaves the service. At once, unless marks could not be written. */
  show(by: Actor, views: readonly CaseView[], how: ReadWay): readonly ShownCase[] | Promise<readonly ShownCase[]> {
    if (this.#failed && views.length > 0) return this.#showOnceWritten(by, views, how)
    const now = this.#clock.now()
    for (const view of views) this.#mark(view, by, how, now)
    return views as readonly ShownCase[]
  }

  async #showOnceWritten(by: Actor, views: readonly CaseView[], how: ReadWay): Promise<readonly ShownCase[]> {
    if (!(await this.flush())) throw new ReadNotLogged()
    return this.show(by, views, how)
  }

  #mark(view: CaseView, by: Actor, how: ReadWay, now: Instant): void {
    // What is read for changes with the version alone: a reading that is known needs no second look.
    const key = `${by.account} ${view.id} ${view.version} ${how} ${now.slice(0, 19)}`
    if (this.#waiting.has(key)) return
    this.#waiting.set(key, { id: randomRowId(), ...readingOf(view, by, how, now) })
    this.#timer ??= setTimeout(() => void this.flush(), WAIT_MS).unref()
  }

  /** Writes what waits; called with every commit, so that both share one. False when it could not be written. */
  async flush(): Promise<boolean> {
    // One at a time; what was marked meanwhile is written by the next.
    while (this.#flushing) if (!(await this.#flushing)) return false
    if (this.#waiting.size === 0) return !this.#failed
    this.#flushing = this.#write().finally(() => {
      this.#flushing = null
    })
    return this.#flushing
  }

  async #write(): Promise<boolean> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const marks = this.#waiting
    this.#waiting = new Map()
    try {
      const lost = await this.#engine.commit([...marks.values()].map(disclosureWrite))
      if (lost !== null) throw new Error(`readings were not written: ${lost}`)
      this.#failed = false
      return true
    } catch {
      // They are written before those that came meanwhile; the next second tries again.
      this.#waiting = new Map([...marks, ...this.#waiting])
      this.#failed = true
      this.#timer = setTimeout(() => void this.flush(), WAIT_MS).unref()
      return false
    }
  }
}
