import { type Effect, effectOf } from '../../db/effect-queries.ts'
import { keyedHash } from '../adapters/hashing.ts'
import { canonical } from '../domain/journal/canonical.ts'
import type { AccountId } from '../domain/kernel/ids.ts'
import { type Problem, problem } from '../domain/kernel/problem.ts'
import type { Service } from './service.ts'

/** An act as a client sent it: by whom, under which key, with what. */
export interface Sent {
  readonly name: string
  readonly account: AccountId
  /** Made by the client, 16 to 64 visible characters. */
  readonly key: string
  readonly input: Readonly<Record<string, unknown>>
}

/** Keyed hashes of the client's key and of the input: clients make keys as they like, so neither is kept as it is. */
export interface Kept {
  readonly key: string
  readonly inputHash: string
}

/** What one attempt came to. `rival`: something it rested on was taken in between, and it is decided again. */
export type Attempt<T> = { readonly done: T } | { readonly problems: readonly Problem[] } | 'rival'

/** Rivals on one case each win once; more attempts than this in one instant do not happen among officers. */
const ATTEMPTS = 10

/**
 * Does what a client sent once, however often it is sent: the same key with the same input is answered by what was done
 * before, with another it is refused.
 */
export async function oncePerKey<T>(
  service: Service,
  { name, account, key: sent, input }: Sent,
  attempt: (kept: Kept) => Promise<Attempt<T>>,
): Promise<{ readonly done: T } | { readonly earlier: Effect } | { readonly problems: readonly Problem[] }> {
  if (!/^[\x21-\x7e]{16,64}$/.test(sent))
    return { problems: [problem('IDEMPOTENCY_KEY_INVALID', {}, ['idempotencyKey'])] }
  const key = keyedHash(service.secret, sent)
  const inputHash = keyedHash(service.secret, canonical({ name, ...input }))
  const before = async () => {
    const earlier = await effectOf(service.engine, account, key)
    if (!earlier || earlier.inputHash === inputHash) return earlier && { earlier }
    return { problems: [problem('IDEMPOTENCY_KEY_REUSED', {}, ['idempotencyKey'])] }
  }
  for (let tried = 0; tried < ATTEMPTS; tried += 1) {
    const known = await before()
    if (known) return known
    const outcome = await attempt({ key, inputHash })
    if (outcome === 'rival') continue
    // A twin sent at the same time may have won since: what refuses this one is then its own effect.
    return 'problems' in outcome ? ((await before()) ?? outcome) : outcome
  }
  throw new Error(`${name} met a rival ${ATTEMPTS} times`)
}
