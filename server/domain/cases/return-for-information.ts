import { Refusal } from '../kernel/problem.ts'
import { withBasis } from '../procedures/guard-basis.ts'
import { guards } from '../procedures/guards.ts'
import { caseAction } from './act.ts'
import { returnForInformationFields } from './inputs.ts'

/** Sends the request back with questions by code; the clock of the country of return stands still until the answer. */
export const returnForInformation = caseAction(
  'returnForInformation',
  'The country of return asks questions by code; its clock stands still until they are answered. Three rounds.',
  returnForInformationFields,
  (file, _input, { world, by, at }) => {
    // Whether or not a procedure names the guard: the rounds are the same for all.
    const missing = guards['round-possible']({ file, by, now: at.now, step: { after: [] } })
    return missing ? new Refusal([withBasis(world, file, 'round-possible', missing)]) : {}
  },
)
