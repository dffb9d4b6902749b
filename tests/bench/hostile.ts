import { setTimeout as pause } from 'node:timers/promises'
import { type Hostile, hostileRequests } from '../support/hostile/requests.ts'
import { firstAnswer, round, send } from './load.ts'
import type { Filled } from './measure.ts'
import { type Officer, queueOf } from './questions.ts'
import { Server } from './servers.ts'

/** What one account can send at the default rate, 600 a minute. */
const EVERY_MS = 100
const AT_ONCE = 8
/** Queues asked for in one round: some seconds of work. */
const CALLS = 2_000
const SEED = 20_261_125

export interface Attack {
  readonly cases: number
  /** Milliseconds until each hostile request was refused, beside the others. */
  readonly refusedMs: readonly number[]
  /** Throughput of queues beside them, of that without them, round by round. */
  readonly kept: readonly number[]
}

/** The service with eight officers at once, round by round without and with somebody who sends hostile requests all the time. */
export async function measureAttack({ size, path, officers }: Filled, rounds: number): Promise<Attack> {
  const server = await Server.start('service', path)
  const all = [...officers.values()]
  const calls = Array.from({ length: CALLS }, (_, at) => queueOf(all[at % all.length] as Officer).service)
  await firstAnswer(server, calls[0] as (typeof calls)[0])
  const ask = async () => (await round(server, calls, AT_ONCE, '"hasNextPage":true')).perSecond
  await ask()
  const requests = hostileRequests(SEED, Number.POSITIVE_INFINITY)
  const refusedMs: number[] = []
  const kept: number[] = []
  for (let turn = 0; turn < rounds; turn += 1) {
    const before = await ask()
    const over = new AbortController()
    const attack = harass(server, all[0] as Officer, requests, over.signal)
    const beside = await ask()
    over.abort()
    refusedMs.push(...(await attack))
    kept.push((2 * beside) / (before + (await ask())))
  }
  await server.stop()
  return { cases: size, refusedMs, kept }
}

/** Sends one after the other until it is over; the milliseconds of those that were refused. */
async function harass(
  server: Server,
  { key }: Officer,
  requests: Generator<Hostile>,
  over: AbortSignal,
): Promise<number[]> {
  const took: number[] = []
  while (!over.aborted) {
    const { body, headers } = requests.next().value as Hostile
    const began = performance.now()
    const { text } = await send(server, {
      path: '/graphql',
      headers: { ...headers, authorization: `Bearer ${key}` },
      body,
    })
    const ms = performance.now() - began
    if (text.includes('"errors"')) took.push(ms)
    await pause(Math.max(0, EVERY_MS - ms))
  }
  return took
}
