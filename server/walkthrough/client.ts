import { nounsOf } from '../domain/nouns.ts'
import type { ActName } from '../domain/procedures/action-names.ts'

/** Something happened that the walkthrough did not expect: it ends with exit 1. */
export class Surprise extends Error {}

/** One account's way to the service over HTTP, as a national system would take it. */
export class Client {
  readonly #url: string
  readonly #keys: Readonly<Record<string, string>>
  #count = 0
  readonly #run: string
  constructor(url: string, keys: Readonly<Record<string, string>>, run: string) {
    this.#url = url
    this.#keys = keys
    this.#run = run
  }

  async ask<T>(account: string, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const body = await this.#post('/graphql', account, { query, variables })
    if (body['errors'] || !body['data']) throw new Surprise(`${account}: ${JSON.stringify(body['errors'] ?? body)}`)
    return body['data'] as T
  }

  /** Runs the mutation of this name; its problems are for the caller to judge. */
  async act(account: string, name: ActName, input: Readonly<Record<string, unknown>>): Promise<Done> {
    this.#count += 1
    const noun = nounsOf(name).field
    const version = noun === 'meeting' || noun === 'delegation' ? '' : 'version'
    const query = `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) {
      ${name}(input: $input) { ${noun} { id ${version} } receipt { leaf } problems { code message } } }`
    const idempotencyKey = `walk-${this.#run}-${this.#count}`.padEnd(16, '-')
    const answer = await this.ask<Record<string, Payload>>(account, query, { input: { ...input, idempotencyKey } })
    const { receipt, problems, ...nouns } = answer[name] as Payload
    return { field: noun, noun: (nouns as Record<string, Noun | null>)[noun] ?? null, receipt, problems }
  }

  /** Only a demo has a clock that can be moved. */
  async moveClock(to: string): Promise<string> {
    const { now, ...rest } = await this.#post('/demo/clock', 'operator', { to })
    if (typeof now !== 'string') throw new Surprise(`the clock did not move: ${JSON.stringify(rest)}`)
    return now
  }

  async #post(path: string, account: string, body: object): Promise<Record<string, unknown>> {
    const key = this.#keys[account]
    if (!key) throw new Surprise(`there is no key of ${account}`)
    try {
      const response = await fetch(new URL(path, this.#url), {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(body),
      })
      return (await response.json()) as Record<string, unknown>
    } catch (error) {
      const { cause, message } = error as Error
      throw new Surprise(`${this.#url} does not answer: ${(cause as Error | undefined)?.message ?? message}`)
    }
  }
}

export interface Noun {
  readonly id: string
  readonly version: number
}
interface Payload {
  readonly receipt: { readonly leaf: string } | null
  readonly problems: readonly { readonly code: string; readonly message: string }[]
}
/** The noun is null where it was refused, or where who did it does not see it any more. */
export interface Done extends Payload {
  readonly field: string
  readonly noun: Noun | null
}
