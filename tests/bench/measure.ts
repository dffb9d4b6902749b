import { deepStrictEqual } from 'node:assert/strict'
import Database from 'better-sqlite3'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { ask, type Call, type Cost, firstAnswer, round } from './load.ts'
import { acknowledgementOf, fileOf, type Officer, type Pair, queueOf } from './questions.ts'
import { Server } from './servers.ts'

export interface Setting {
  readonly size: number
  readonly rounds: number
  readonly officers: ReadonlyMap<CountryCode, Officer>
  readonly databases: { readonly service: string; readonly floor: string }
}

/** One question: what it cost in each round, on either side. */
export interface Costs {
  readonly service: readonly Cost[]
  readonly floor: readonly Cost[]
}
export interface Measured {
  readonly size: number
  readonly startMs: number
  readonly restBytes: number
  readonly queue: Costs
  readonly file: Costs
  readonly acknowledge: Costs
}

const AT_ONCE = 8
const PER_ROUND = 200

export async function measure({ size, rounds, officers, databases }: Setting): Promise<Measured> {
  const ids = idsOf(databases.service, (rounds + 1) * PER_ROUND)
  const officer = (country: CountryCode): Officer => officers.get(country) as Officer
  const queue = [...officers.values()].map(queueOf)
  const file = ids.files.map(({ id, country }) => fileOf(officer(country), id))
  const began = performance.now()
  const service = await Server.start('service', databases.service)
  const floor = await Server.start('floor', databases.floor)
  try {
    await firstAnswer(service, (queue[0] as Pair).service)
    const startMs = performance.now() - began
    await firstAnswer(floor, (queue[0] as Pair).floor)
    const { memory } = await service.read()
    for (const pair of [...queue.slice(0, 2), ...file.slice(0, 3)]) await sameAnswer(service, floor, pair)
    const both = { service, floor }
    const acts = ids.waiting.map(({ id, country }) => acknowledgementOf(officer(country), id))
    return {
      size,
      startMs,
      restBytes: memory,
      queue: await alternate(both, rounds, () => repeat(queue), '"pageInfo"'),
      file: await alternate(both, rounds, () => repeat(file), '"steps"'),
      acknowledge: await alternate(
        both,
        rounds,
        (turn) => acts.slice(turn * PER_ROUND, (turn + 1) * PER_ROUND),
        '"problems":[]',
      ),
    }
  } finally {
    await service.stop()
    await floor.stop()
  }
}

/** The service first, then the floor, then the service …; the first round of each warms up and is thrown away. */
async function alternate(
  servers: { readonly service: Server; readonly floor: Server },
  rounds: number,
  pairs: (turn: number) => readonly Pair[],
  needs: string,
): Promise<Costs> {
  const costs = { service: [] as Cost[], floor: [] as Cost[] }
  for (let turn = 0; turn <= rounds; turn += 1)
    for (const side of ['service', 'floor'] as const) {
      const calls: Call[] = pairs(turn).map((pair) => pair[side])
      const cost = await round(servers[side], calls, AT_ONCE, needs)
      if (turn > 0) costs[side].push(cost)
    }
  return costs
}

const repeat = (pairs: readonly Pair[]): readonly Pair[] =>
  Array.from({ length: PER_ROUND }, (_, position) => pairs[position % pairs.length] as Pair)

/** A floor that answers something else would be no floor. */
async function sameAnswer(service: Server, floor: Server, pair: Pair): Promise<void> {
  const { data } = JSON.parse(await ask(service, pair.service)) as { data: unknown }
  deepStrictEqual((JSON.parse(await ask(floor, pair.floor)) as { data: unknown }).data, data)
}

interface Named {
  readonly id: string
  readonly country: CountryCode
}

/** Files under way (a clock that stands still the floor cannot tell), and the requests that wait to be acknowledged. */
function idsOf(
  path: string,
  waiting: number,
): { readonly files: readonly Named[]; readonly waiting: readonly Named[] } {
  const database = new Database(path, { readonly: true })
  const files = database.prepare<[], Named>(
    "select id, requesting_country as country from cases where stage not in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'STOPPED', 'CLOSED') order by id limit 50",
  )
  const sent = database.prepare<[number], Named>(
    "select id, country_of_return as country from cases where stage = 'SENT' and version = 4 order by id desc limit ?",
  )
  const found = { files: files.all(), waiting: sent.all(waiting) }
  database.close()
  return found
}
