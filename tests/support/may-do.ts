import type { Actor } from '../../server/domain/cases/actor.ts'
import type { CaseFile } from '../../server/domain/cases/case-file.ts'
import { permit } from '../../server/domain/cases/permit.ts'
import { countryOf, sides } from '../../server/domain/kernel/country.ts'
import { type ActionName, actionNames } from '../../server/domain/procedures/action-names.ts'
import type { Procedure } from '../../server/domain/procedures/procedure.ts'
import type { Desk } from './desk.ts'

/** Said alike to everybody of one country. */
const NOT_NOW: ReadonlySet<string> = new Set(['STEP_NOT_OPEN', 'NOT_POSSIBLE_NOW', 'CASE_CLOSED'])

/** Every act that somebody may do now, with all who may; only those are asked whom the procedure names for it at all. */
export function mayDo(
  { world, now }: Desk,
  file: CaseFile,
  officers: readonly Actor[],
): ReadonlyMap<ActionName, readonly Actor[]> {
  const found = new Map<ActionName, Actor[]>()
  const named = namedIn(file.procedure)
  for (const name of actionNames)
    for (const side of sides) {
      const asked = named.get(`${name} ${side}`)
      for (const by of asked ? officers : []) {
        if (by.country !== countryOf(file, side) || !asked?.has(by.role)) continue
        const answer = permit(world, file, name, by, now)
        if (answer.allowed) found.set(name, [...(found.get(name) ?? []), by])
        else if (NOT_NOW.has(answer.problem.code)) break
      }
    }
  return found
}

/** The roles of each side that a procedure names for an act. */
function namedIn(procedure: Procedure): ReadonlyMap<string, ReadonlySet<string>> {
  const known = remembered.get(procedure)
  if (known) return known
  const rules = [
    ...procedure.steps.map(({ action, owedBy }) => ({ action, ...owedBy })),
    ...procedure.acts.map(({ action, by }) => ({ action, ...by })),
  ]
  const grouped = Map.groupBy(rules, ({ action, side }) => `${action} ${side}`)
  const named = new Map([...grouped].map(([key, all]) => [key, new Set<string>(all.flatMap(({ roles }) => roles))]))
  remembered.set(procedure, named)
  return named
}
const remembered = new WeakMap<Procedure, ReadonlyMap<string, ReadonlySet<string>>>()
