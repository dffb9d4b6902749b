import { describe, expect, test } from 'vitest'
import { shippedProcedures } from '../../db/reference/read.ts'
import { readWorld } from '../../db/reference/world.ts'
import { countryCodes } from '../../server/domain/kernel/country.ts'
import { RandomWalk } from '../support/random-walk.ts'

const world = readWorld(shippedProcedures().map(({ procedure }) => procedure))
const corridors = countryCodes.flatMap((from) =>
  countryCodes.flatMap((to) => (from === to ? [] : [[from, to] as const])),
)
const runs = process.env['PROOFS'] === 'full' ? 10_000 : 300
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
/** Acts of chance, then acts that lead on; and how often everybody may wait for a time to come. */
const [DETOURS, HOMEWARD, WAITS] = [25, 80, 130]

describe(`whatever officers of both countries do, every case can be brought to its end (SEED=${seed})`, () => {
  test.each(corridors)('%s to %s', (from, to) => {
    for (let run = 0; run < runs / corridors.length; run += 1) {
      const walk = new RandomWalk(world, from, to, seed + run)
      let [acts, waits] = [0, 0]
      while (!walk.isClosed) {
        const homeward = acts >= DETOURS
        if (walk.step(homeward)) acts += 1
        // Nobody can do what leads on: time must pass, or a detour is the only way.
        else if (waits < WAITS) waits += 1
        else if (!walk.step(false)) break
        walk.wait()
        if (acts > DETOURS + HOMEWARD) break
      }
      expect(walk.isClosed, walk.trace.join('\n')).toBe(true)
    }
  })
})
