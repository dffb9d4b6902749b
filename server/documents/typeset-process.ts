import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { MissingCharacter } from './missing-glyph.ts'

export interface Order {
  readonly template: string
  readonly data: unknown
}

export type Answer =
  | { readonly kind: 'made'; readonly pdf: Uint8Array }
  | { readonly kind: 'missing'; readonly missing: readonly MissingCharacter[] }
  | { readonly kind: 'failed'; readonly message: string }

/** A document that takes longer will never be done: a report of forty pages in two scripts without spaces takes ten seconds. */
const LONGEST_MS = 60_000

/** The process that typesets, one document after the other. Between documents it keeps nobody alive. */
export class TypesetProcess {
  readonly #child: ChildProcess
  #hear: ((answer: Answer | null) => void) | null = null
  /** Documents it was given. */
  given = 0

  constructor() {
    // It needs nothing of the environment, so it has no secret to lose, and nothing to make its bytes differ.
    this.#child = fork(new URL('typeset.worker.ts', import.meta.url), {
      env: {},
      execArgv: [],
      serialization: 'advanced',
    })
    this.#child.on('message', (answer) => this.#hear?.(answer as Answer))
    for (const end of ['exit', 'error']) this.#child.on(end, () => this.#hear?.(null))
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  get alive(): boolean {
    return this.#child.connected && !this.#gone
  }

  /** Ended, or never started. */
  get #gone(): boolean {
    return this.pid === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  /** Null where the process ended, or had to be ended, without an answer. */
  async make(order: Order): Promise<Answer | null> {
    this.given++
    this.#child.ref()
    this.#child.channel?.ref()
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), LONGEST_MS)
    try {
      return await new Promise<Answer | null>((resolve) => {
        this.#hear = resolve
        this.#child.send(order, (error) => error && this.#child.kill('SIGKILL'))
      })
    } finally {
      clearTimeout(timer)
      this.#hear = null
      this.#child.unref()
      this.#child.channel?.unref()
    }
  }

  /** Gives its memory back; resolves when it is gone. */
  async end(): Promise<void> {
    if (this.#gone) return
    const gone = once(this.#child, 'exit')
    this.#child.ref()
    this.#child.kill('SIGKILL')
    await gone
  }
}
