import { describe, expect, test } from 'vitest'
import { shippedProcedures } from '../../db/reference/read.ts'
import { byVersion, readWorld } from '../../db/reference/world.ts'
import { countryCodes } from '../../server/domain/kernel/country.ts'
import { type ActionName, actionNames } from '../../server/domain/procedures/action-names.ts'
import type { World } from '../../server/domain/world.ts'
import { RandomWalk } from '../support/random-walk.ts'

const shipped = shippedProcedures().map(({ procedure }) => procedure)
const world = readWorld(shipped)
const agreedAnew = shipped.map((one) => ({ ...one, version: one.version + 1, hash: `${one.hash} agreed anew` }))
const newer: World = { ...world, procedures: byVersion([...shipped, ...agreedAnew]) }
const corridors = countryCodes.flatMap((requestingCountry) =>
  countryCodes.flatMap((countryOfReturn) =>
    requestingCountry === countryOfReturn ? [] : [{ requestingCountry, countryOfReturn }],
  ),
)
const runs = process.env['PROOFS'] === 'full' ? 10_000 : 300
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
/** Acts of chance, before all that is done leads on. */
const DETOURS = 30

const done = new Set<ActionName>()

describe(`whatever officers of all countries do, every case can be brought to its end (SEED=${seed})`, () => {
  test.each(corridors.map((corridor, place) => ({ ...corridor, place })))(
    '$requestingCountry to $countryOfReturn',
    ({ place, ...corridor }) => {
      for (let run = place; run < runs; run += corridors.length) {
        const walk = new RandomWalk(world, newer, corridor, seed + run)
        for (let act = 0; act < DETOURS; act += 1) walk.step()
        const end = walk.bringHome()
        const told = `SEED=${seed}, run ${run}\n${walk.trace.join('\n')}`
        expect(walk.faults, told).toEqual([])
        expect(end, told).toBeNull()
        for (const name of walk.done) done.add(name)
      }
    },
  )

  test.runIf(runs >= 10_000)('on the way every act was done', () => {
    expect(actionNames.filter((name) => !done.has(name))).toEqual([])
  })
})
