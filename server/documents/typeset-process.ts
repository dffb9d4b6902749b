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

/** A document that takes longer will never be done: a long list takes a second. */
const LONGEST_MS = 30_000

/** The process that typesets, one document after the other. Between documents it keeps nobody alive. */
export class TypesetProcess {
  readonly #child: ChildProcess
  /** Documents it was given. */
  given = 0

  constructor() {
    // It needs nothing of the environment, so it has no secret to lose, and nothing to make its bytes differ.
    this.#child = fork(new URL('typeset.worker.ts', import.meta.url), {
      env: {},
      execArgv: [],
      serialization: 'advanced',
    })
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  get alive(): boolean {
    return this.#child.connected && this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** Null where the process ended, or had to be ended, without an answer. */
  async make(order: Order): Promise<Answer | null> {
    this.given++
    this.#child.ref()
    this.#child.channel?.ref()
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), LONGEST_MS)
    const heard = new AbortController()
    try {
      return await new Promise<Answer | null>((resolve) => {
        once(this.#child, 'message', heard).then(([answer]) => resolve(answer as Answer), Boolean)
        once(this.#child, 'exit', heard).then(() => resolve(null), Boolean)
        this.#child.send(order, (error) => error && this.#child.kill('SIGKILL'))
      })
    } finally {
      heard.abort()
      clearTimeout(timer)
      this.#child.unref()
      this.#child.channel?.unref()
    }
  }

  /** Gives its memory back; resolves when it is gone. */
  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const gone = once(this.#child, 'exit')
    this.#child.ref()
    this.#child.kill('SIGKILL')
    await gone
  }
}
