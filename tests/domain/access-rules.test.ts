import { describe, expect, test } from 'vitest'
import { shippedProcedures } from '../../db/reference/read.ts'
import { byVersion, readWorld } from '../../db/reference/world.ts'
import { phaseOf, phases } from '../../server/domain/cases/phase.ts'
import { accessRules } from '../../server/domain/disclosure/access-rules.ts'
import { actRules, allowedRoles } from '../../server/domain/disclosure/act-rules.ts'
import { countryOf } from '../../server/domain/kernel/country.ts'
import { actionNames } from '../../server/domain/procedures/action-names.ts'
import { checkProcedure } from '../../server/domain/procedures/check.ts'
import { draft } from '../support/branches/branch.ts'
import { branches } from '../support/branches/index.ts'
import { mayDo } from '../support/may-do.ts'
import { everyOfficer } from '../support/officers.ts'
import { type Line, PlayedBranch } from '../support/play-branch.ts'

/** A hold after the acceptance, with a note that a second officer is to read. */
const noteOnceAccepted: readonly Line[] = [
  draft,
  ['until ACCEPTED'],
  ['A focal placeOnHold', { note: { text: 'Nothing that names anybody.' } }],
]

const shipped = shippedProcedures().map(({ procedure }) => procedure)
const named = shipped.flatMap(({ steps, acts }) => [
  ...steps.map(({ action, owedBy: { side, roles } }) => ({ action, side, roles })),
  ...acts.map(({ action, by: { side, roles } }) => ({ action, side, roles })),
])

describe('the table of rules beside the procedures', () => {
  test('gives an act to whom some procedure names for it, and to nobody else', () => {
    for (const action of actionNames)
      for (const side of ['requesting', 'return'] as const) {
        const owners = named.filter((one) => one.action === action && one.side === side).flatMap(({ roles }) => roles)
        expect([...actRules[action][side]].sort(), `${action} ${side}`).toEqual([...new Set(owners)].sort())
      }
  })

  test('a procedure that names somebody else is found, and gives nothing', () => {
    const [first] = shipped
    const steps = first?.steps.map((step) =>
      step.action === 'acceptReturn'
        ? { ...step, owedBy: { ...step.owedBy, roles: ['focal', 'post'] as const } }
        : step,
    )
    const faults = checkProcedure({ ...first, steps } as never)
    expect(faults).toEqual([{ code: 'role-not-given', at: 'accept-return', detail: 'post of return' }])
    expect(allowedRoles('acceptReturn', 'return', ['focal', 'post'])).toEqual(['focal'])
  })

  test('in every phase that the table gives an act, somebody may do it on some branch', () => {
    const world = readWorld(shipped)
    const again = shipped.map((one) => ({ ...one, version: one.version + 1, hash: `${one.hash} agreed anew` }))
    const newer = { ...world, procedures: byVersion([...shipped, ...again]) }
    const found = new Set<string>()
    // On the second corridor the family may still be looked for after the acceptance, on the first it is before.
    const corridors = [
      { A: 'TH', B: 'MM', C: 'KH' },
      { A: 'TH', B: 'KH', C: 'LA' },
    ] as const
    const played = corridors.flatMap((countries) =>
      [...branches.map(({ lines }) => lines), noteOnceAccepted].map((lines) => ({ countries, lines })),
    )
    for (const { countries, lines } of played) {
      const branch = new PlayedBranch(world, newer, countries)
      for (const line of lines) {
        branch.play(line)
        for (const file of branch.files) {
          const officers = everyOfficer(
            branch.desk.world,
            file,
            [countryOf(file, 'requesting'), countryOf(file, 'return')],
            file,
          )
          for (const action of mayDo(branch.desk, file, officers).keys()) found.add(`${action} ${phaseOf(file.state)}`)
        }
      }
    }
    const given = actionNames.flatMap((action) => actRules[action].phases.map((phase) => `${action} ${phase}`))
    expect(given.filter((one) => !found.has(one))).toEqual([])
  })
})

describe('the table as rows', () => {
  test('is sorted, names nothing twice, and grants nothing to nobody', () => {
    const names = accessRules.map(({ kind, name }) => `${kind} ${name}`)
    expect(new Set(names).size).toBe(names.length)
    for (const { name, grants } of accessRules)
      for (const { roles, relation, phases: when } of grants) {
        expect(roles.length, name).toBeGreaterThan(0)
        // The other side has no draft to read.
        if (relation === 'other') expect(when, name).not.toContain('draft')
        expect(when.every((phase) => phases.includes(phase))).toBe(true)
      }
  })
})
