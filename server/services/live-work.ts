import type { Engine, Hearing } from '../../db/engine.ts'
import type { Clock } from '../clock.ts'
import { mayAsk } from '../domain/disclosure/question-rules.ts'
import { catchUp } from './catch-up.ts'
import type { EventId } from './event-id.ts'
import { type Gap, LiveStream, type StreamEnd, type WorkNews } from './live-stream.ts'
import { type Account, isSameListener, whoIsSignedIn } from './sign-in.ts'

export type { Gap, LiveStream, WorkNews }

/** Streams at one time, of one account and of all in this process. */
export const STREAMS = { ofAccount: 5, ofAll: 1000 }

/** It is looked so often who is still signed in that whoever is not hears no more within a second. */
const SIGNED_IN_MS = 300
/** Who was told by nobody looks so often: for a process that died between its commit and its word. */
const LOOK_MS = 5000

/**
 * Who listens in this process. Changes lie in the store; here they are read once for all listeners whenever somebody says
 * that there are some. While nobody listens nothing is done.
 */
export class LiveWork {
  readonly #engine: Engine
  readonly #clock: Clock
  readonly #streams = new Set<LiveStream>()
  #running: { readonly hearing: Hearing; readonly timers: readonly NodeJS.Timeout[] } | null = null
  #looking = false
  #lookAgain = false
  #checking = false
  #isClosed = false
  /** Told of what could not be read. */
  failed: (error: unknown) => void = () => {}
  constructor(engine: Engine, clock: Clock) {
    this.#engine = engine
    this.#clock = clock
  }

  /** How many listen. */
  get size(): number {
    return this.#streams.size
  }

  /** A new listener, from a place on, or null when there are too many. */
  open(by: Account, key: string, wholeOffice: boolean, after: EventId | null): LiveStream | null {
    const stream = this.#begin(by, key, wholeOffice, after, true)
    // Who reads no case hears that the stream has begun, and not how much happens in the office.
    if (stream && (by.country === null || !mayAsk('workChanged', by.role))) stream.beginAt(0)
    else if (stream) void this.#look()
    return stream
  }

  /** A stream that tells of something else than work, with the same bounds; null when there are too many. */
  openDeaf(by: Account, key: string): LiveStream | null {
    return this.#begin(by, key, false, null, false)
  }

  #begin(by: Account, key: string, wholeOffice: boolean, after: EventId | null, hearsWork: boolean): LiveStream | null {
    const own = [...this.#streams].filter((one) => one.by.account === by.account)
    if (this.#isClosed || own.length >= STREAMS.ofAccount || this.#streams.size >= STREAMS.ofAll) return null
    const stream = new LiveStream(by, key, wholeOffice, after, hearsWork, () => this.#left(stream))
    this.#streams.add(stream)
    this.#running ??= {
      hearing: this.#engine.hear(() => void this.#look()),
      timers: [
        setInterval(() => void this.checkSignedIn(), SIGNED_IN_MS),
        setInterval(() => void this.#look(), LOOK_MS),
      ],
    }
    return stream
  }

  /** Something was committed in this process. */
  changed(): void {
    this.#engine.tell()
    if (this.#streams.size > 0) void this.#look()
  }

  /** Ends the streams of those who are signed in no more, or who are of another office or role now. */
  async checkSignedIn(): Promise<void> {
    if (this.#checking || this.#streams.size === 0) return
    this.#checking = true
    try {
      const keys = [...new Set([...this.#streams].map(({ key }) => key))]
      const signedIn = await whoIsSignedIn(this.#engine, keys, this.#clock.now())
      for (const stream of [...this.#streams]) {
        // Who came meanwhile was not asked about.
        if (!keys.includes(stream.key)) continue
        const by = signedIn.get(stream.key)
        if (!by) stream.end('signed-out')
        else if (!isSameListener(by, stream.by)) stream.end('moved')
      }
    } catch (error) {
      this.#cannotRead(error)
    } finally {
      this.#checking = false
    }
  }

  /** No stream is left, and none is opened any more. */
  close(): void {
    this.#isClosed = true
    this.#endAll('stopped')
  }

  async #look(): Promise<void> {
    this.#lookAgain = this.#looking
    if (this.#looking) return
    this.#looking = true
    try {
      do {
        this.#lookAgain = false
        await catchUp(this.#engine, this.#streams)
      } while (this.#lookAgain)
    } catch (error) {
      this.#cannotRead(error)
    } finally {
      this.#looking = false
    }
  }

  /** Nobody is left to listen to what cannot be checked; whoever comes back goes on where they were. */
  #cannotRead(error: unknown): void {
    if (this.#streams.size > 0) this.failed(error)
    this.#endAll('stopped')
  }

  #endAll(why: StreamEnd): void {
    for (const one of [...this.#streams]) one.end(why)
  }

  #left(stream: LiveStream): void {
    this.#streams.delete(stream)
    if (this.#streams.size > 0 || !this.#running) return
    const { hearing, timers } = this.#running
    this.#running = null
    for (const timer of timers) clearInterval(timer)
    void hearing.close()
  }
}
