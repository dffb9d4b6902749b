import { deepStrictEqual } from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { type Question, questionsOver, WARM } from './calls.ts'
import { ask, type Cost, firstAnswer, round } from './load.ts'
import { type Officer, type Pair, queueOf } from './questions.ts'
import { Server } from './servers.ts'

export interface Filled {
  readonly size: number
  readonly path: string
  readonly officers: ReadonlyMap<CountryCode, Officer>
}

/** What each question cost in each round, on either side; memory of the service in bytes. */
export interface Measured {
  readonly size: number
  readonly costs: Readonly<Record<Question['name'], { readonly service: Cost[]; readonly floor: Cost[] }>>
  /** When it had answered once, and at rest after everything. */
  readonly memory: { fresh: number; rested: number }
}

const AT_ONCE = 8
/** Memory is read when the service has had nothing to do for so long. */
const REST_MS = 3_000

/** All databases at once: a round goes over all of them, so that what else the machine does weighs on all alike. */
export async function measure(
  filled: readonly Filled[],
  rounds: number,
  profiles?: string,
): Promise<readonly Measured[]> {
  const tables = await Promise.all(filled.map(async (one) => ({ ...one, ...(await serve(one, profiles)) })))
  const sets = tables.map((one) => {
    const none = () => ({ service: [] as Cost[], floor: [] as Cost[] })
    const costs = { queue: none(), later: none(), again: none(), file: none(), acknowledge: none() }
    return {
      ...one,
      questions: questionsOver(one.path, one.officers, rounds),
      measured: { size: one.size, costs, memory: { fresh: one.fresh, rested: 0 } },
    }
  })
  for (const { questions, service, floor } of sets)
    for (const { name, calls } of questions)
      if (name !== 'acknowledge') for (const pair of calls(0).slice(0, 6)) await sameAnswer(service, floor, pair)
  for (const position of sets[0]?.questions.keys() ?? [])
    for (let turn = 0; turn < rounds + WARM; turn += 1)
      for (const one of sets) {
        const question = one.questions[position] as Question
        const calls = question.calls(turn)
        // Who comes first changes from turn to turn.
        for (const side of turn % 2 === 0 ? (['service', 'floor'] as const) : (['floor', 'service'] as const)) {
          const own = calls.map((pair) => pair[side])
          const cost = await round(one[side], own, AT_ONCE, question.needs)
          if (turn >= WARM) one.measured.costs[question.name][side].push(cost)
        }
      }
  await pause(REST_MS)
  for (const { measured, service, floor } of sets) {
    measured.memory.rested = (await service.read()).memory
    await service.stop()
    await floor.stop()
  }
  return sets.map(({ measured }) => measured)
}

async function serve({ path, officers }: Filled, profiles?: string) {
  const [service, floor] = [await Server.start('service', path, profiles), await Server.start('floor', path, profiles)]
  const { service: asked, floor: alike } = anyQueue(officers)
  await firstAnswer(service, asked)
  await firstAnswer(floor, alike)
  return { service, floor, fresh: (await service.read()).memory }
}

const anyQueue = (officers: Filled['officers']): Pair => queueOf([...officers.values()][0] as Officer)

/** A floor that answers something else would be no floor. */
async function sameAnswer(service: Server, floor: Server, pair: Pair): Promise<void> {
  const { data } = JSON.parse(await ask(service, pair.service)) as { data: unknown }
  deepStrictEqual((JSON.parse(await ask(floor, pair.floor)) as { data: unknown }).data, data)
}

/** Milliseconds from the start of the process to the first queue it answers, several times. */
export async function startTimes({ path, officers }: Filled, times: number): Promise<readonly number[]> {
  const took: number[] = []
  for (let count = 0; count < times; count += 1) {
    const began = performance.now()
    const service = await Server.start('service', path)
    await firstAnswer(service, anyQueue(officers).service)
    took.push(performance.now() - began)
    await service.stop()
  }
  return took
}
