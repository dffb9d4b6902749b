import { type IncomingMessage, type RequestOptions, request } from 'node:http'
import type { Looked } from './api.ts'

/** One event of a stream as it came: its id (also of a comment that moves it on), its name and what it says. */
export interface Heard {
  readonly id: string | null
  readonly event: string
  readonly data: Looked
}

const CHANGES = `subscription ($wholeOffice: Boolean) { workChanged(wholeOffice: $wholeOffice) {
  kind gap caseId items { owes dueDay step { key: label } case { id version stage } } } }`

export interface Listening {
  readonly wholeOffice?: boolean
  /** Where an earlier stream ended. */
  readonly after?: string | null
  readonly query?: string
  readonly accept?: string
}

/** A client of `workChanged` on a socket of its own; what comes is kept until it is asked for. */
export class Listener {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  /** Resolves when the stream ended in good order, rejects when it was cut. */
  readonly ended: Promise<void>
  readonly #answer: IncomingMessage
  readonly #heard: Heard[] = []
  #wake: () => void = () => {}
  #text = ''
  #isOver = false
  /** Comments and ids alone. */
  alive = 0
  lastId: string | null = null
  private constructor(answer: IncomingMessage) {
    this.#answer = answer
    this.status = answer.statusCode ?? 0
    this.headers = answer.headers
    answer.setEncoding('utf8').on('data', (text: string) => this.#read(text))
    this.ended = new Promise((resolve, reject) => {
      answer.on('end', resolve).on('error', reject)
    })
    const over = () => {
      this.#isOver = true
      this.#wake()
    }
    this.ended.then(over, over)
  }

  static open(url: string, key: string, given: Listening = {}): Promise<Listener> {
    const { wholeOffice = false, after = null, query = CHANGES, accept = 'text/event-stream' } = given
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      accept,
      ...(after === null ? {} : { 'last-event-id': after }),
    }
    const options: RequestOptions = { method: 'POST', headers, agent: false }
    return new Promise((resolve, reject) => {
      request(`${url}/graphql`, options, (answer) => resolve(new Listener(answer)))
        .on('error', reject)
        .end(JSON.stringify({ query, variables: { wholeOffice } }))
    })
  }

  /** A stream that has begun. */
  static async begun(url: string, key: string, given: Listening = {}): Promise<Listener> {
    const one = await Listener.open(url, key, given)
    const { kind, gap, items } = await one.change()
    if (kind !== 'BEGIN' || gap || items.length > 0) throw new Error(`began with ${kind} ${gap}`)
    return one
  }

  #read(text: string): void {
    this.#text += text
    for (let end = this.#text.indexOf('\n\n'); end >= 0; end = this.#text.indexOf('\n\n')) {
      this.#event(this.#text.slice(0, end).split('\n'))
      this.#text = this.#text.slice(end + 2)
    }
  }

  #event(lines: readonly string[]): void {
    const field = (name: string) =>
      lines
        .find((line) => line.startsWith(`${name}:`))
        ?.slice(name.length + 1)
        .trimStart() ?? null
    const [id, event, data] = [field('id'), field('event'), field('data')]
    if (id !== null) this.lastId = id
    if (event === null) this.alive += 1
    else this.#heard.push({ id, event, data: data ? JSON.parse(data) : null })
    this.#wake()
  }

  /** The next event, as soon as it is there. */
  async next(): Promise<Heard> {
    await this.#until(() => this.#heard.length > 0)
    const [first] = this.#heard.splice(0, 1)
    if (!first) throw new Error(`nothing more comes: ${this.status} ${this.#text}`)
    return first
  }
  /** The next change, which must not be an error. */
  async change(): Promise<Looked> {
    const { id, event, data } = await this.next()
    if (event !== 'next' || data.errors) throw new Error(JSON.stringify({ event, data }))
    return { id, place: Number(id?.split('-')[0]), ...data.data.workChanged }
  }
  /** Resolves once so many signs of life came. */
  signs(count: number): Promise<void> {
    return this.#until(() => this.alive >= count)
  }
  /** The whole answer where it was no stream. */
  async rest(): Promise<string> {
    await this.ended
    return this.#text
  }
  async #until(isSo: () => boolean): Promise<void> {
    while (!isSo() && !this.#isOver)
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
  }
  /** Reads nothing for a while. */
  pause(): void {
    this.#answer.pause()
  }
  resume(): void {
    this.#answer.resume()
  }
  /** The client goes, without a word. */
  leave(): void {
    this.#answer.destroy()
  }
}
