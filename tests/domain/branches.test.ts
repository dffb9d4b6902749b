import { describe, expect, test } from 'vitest'
import { shippedProcedures } from '../../db/reference/read.ts'
import { byVersion, readWorld } from '../../db/reference/world.ts'
import type { CaseFile } from '../../server/domain/cases/case-file.ts'
import { stageOf } from '../../server/domain/cases/stage.ts'
import { countryCodes } from '../../server/domain/kernel/country.ts'
import { type ActionName, actionNames } from '../../server/domain/procedures/action-names.ts'
import { stepStates } from '../../server/domain/procedures/steps.ts'
import { procedureFor, type World } from '../../server/domain/world.ts'
import { branches } from '../support/branches/index.ts'
import { mayDo } from '../support/may-do.ts'
import { everyOfficer } from '../support/officers.ts'
import { PlayedBranch } from '../support/play-branch.ts'

const shipped = shippedProcedures().map(({ procedure }) => procedure)
const world = readWorld(shipped)
const agreedAnew = shipped.map((one) => ({ ...one, version: one.version + 1, hash: `${one.hash} agreed anew` }))
const newer: World = { ...world, procedures: byVersion([...shipped, ...agreedAnew]) }

/** Every directed pair with a third country, and the procedure that serves it. */
const corridors = countryCodes.flatMap((A, number) =>
  countryCodes.flatMap((B) => {
    const others = countryCodes.filter((C) => C !== A && C !== B)
    const procedure = procedureFor(world, { requestingCountry: A, countryOfReturn: B })
    return B !== A && procedure ? [{ A, B, C: others[number % others.length] ?? A, procedure }] : []
  }),
)

/** Steps of each procedure that some branch completed, and acts that some branch did. */
const [done, acts] = [new Set<string>(), new Set<ActionName>()]

describe.each(corridors)('$A to $B', ({ procedure, ...countries }) => {
  const known = branches.filter(({ step }) => !step || procedure.steps.some(({ key }) => key === step))

  test.each(known)('$name', ({ lines }) => {
    const branch = new PlayedBranch(world, newer, countries)
    for (const [number, line] of lines.entries()) expect(branch.play(line), `line ${number + 1}: ${line[0]}`).toBeNull()
    for (const file of branch.files) {
      isOver(file, branch)
      for (const { action, step } of file.acts) {
        acts.add(action)
        if (step) done.add(`${file.procedure.id} ${step}`)
      }
    }
  })
})

/** Closed, nothing left, and nobody of any country may do anything. */
function isOver(file: CaseFile, { desk, countries }: PlayedBranch): void {
  expect(stageOf(file.state)).toBe('CLOSED')
  const left = stepStates(file.procedure, file.state).filter(({ status }) => status === 'open' || status === 'waiting')
  expect(left.map(({ step }) => step.key)).toEqual([])
  const officers = everyOfficer(desk.world, file, Object.values(countries), file)
  const still = [...mayDo(desk, file, officers).keys()]
  expect(still).toEqual([])
}

describe('the branches leave nothing out', () => {
  test('every procedure is played, each of its steps is done in some branch, and so is every act', () => {
    expect(shipped.filter((one) => !corridors.some(({ procedure }) => procedure.id === one.id))).toEqual([])
    const keys = shipped.flatMap(({ id, steps }) => steps.map(({ key }) => `${id} ${key}`))
    expect(keys.filter((key) => !done.has(key))).toEqual([])
    expect(actionNames.filter((name) => !acts.has(name))).toEqual([])
  })
})
