import { allowedRoles } from '../disclosure/act-rules.ts'
import { type Corridor, countryOf } from '../kernel/country.ts'
import type { CaseId, Code, HandoverId } from '../kernel/ids.ts'
import { problem, Refusal, refuse } from '../kernel/problem.ts'
import type { ActionName } from '../procedures/action-names.ts'
import { procedureFor, type World } from '../world.ts'
import { record, type Setting } from './act.ts'
import type { CaseFile } from './case-file.ts'
import { issueReference, SYMBOLS } from './reference.ts'
import { replay } from './replay.ts'

/** Whether an age band is of a child: under 18. */
export const isMinor = (world: World, ageBand: Code): boolean =>
  world.codes.get('age-band')?.get(ageBand)?.minor === true

/**
 * The first act of a case, whichever route it begins. Its reference is issued here and never changes. Refuses
 * NO_PROCEDURE where the procedure of the corridor knows no such beginning, and officers whose side or role has none.
 */
export function openCase(
  name: ActionName,
  corridor: Corridor,
  input: Readonly<Record<string, unknown>> & { readonly ageBand: Code },
  setting: Setting,
  handover: HandoverId | null = null,
): CaseFile | Refusal {
  const { world, by, at } = setting
  const procedure = procedureFor(world, corridor)
  const step = procedure?.steps.find(({ action }) => action === name)
  if (!procedure || !step) return refuse('NO_PROCEDURE')
  const { side, roles } = step.owedBy
  const allowed = allowedRoles(name, side, roles)
  if (countryOf(corridor, side) !== by.country || !allowed.includes(by.role))
    return new Refusal([problem('NOT_YOUR_ROLE', { roles: allowed })])
  const { requestingCountry, countryOfReturn } = corridor
  const year = Number(at.now.slice(0, 4))
  const empty: CaseFile = {
    requestingCountry,
    countryOfReturn,
    id: at.newId() as CaseId,
    reference: issueReference(requestingCountry, countryOfReturn, year, at.draw(5, SYMBOLS.length)),
    version: 0,
    authorOffice: by.office,
    procedure,
    acts: [],
    state: replay(procedure, []),
  }
  const found = { record: { child: isMinor(world, input.ageBand) } }
  return record(empty, name, step, input, found, setting, handover)
}
