import { refuse } from '../kernel/problem.ts'
import { procedureFor } from '../world.ts'
import { caseAction } from './act.ts'
import { bothCountries } from './both-countries.ts'
import { noFields } from './inputs.ts'

/** A running case stays on the procedure it began with, unless both countries move it to the newest of their corridor. */
export const moveCase = caseAction(
  'moveCase',
  'Moves the case to the newest procedure of its corridor; it moves once both focal agencies have said so.',
  noFields,
  (file, _input, { world, by }) => {
    const newest = procedureFor(world, file)
    if (!newest || newest.hash === file.procedure.hash) return refuse('NOTHING_NEWER')
    const outcome = bothCountries(file, 'moveCase', `${newest.id} ${newest.version}`, by)
    if (!('result' in outcome) || outcome.result !== 'agreed') return outcome
    return { ...outcome, becomes: { countryOfReturn: file.countryOfReturn, procedure: newest } }
  },
)
