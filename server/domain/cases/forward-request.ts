import { refuse } from '../kernel/problem.ts'
import { procedureFor } from '../world.ts'
import { caseAction } from './act.ts'
import { forwardFields } from './branch-inputs.ts'

/**
 * Another country is competent. The case keeps its reference and goes back to its author: the person is asked anew, a
 * second officer reviews anew, and only then does the other country hear of it. Who forwarded it sees it no more.
 */
export const forwardRequest = caseAction(
  'forwardRequest',
  'The country of return says that another country is competent; the person is asked for consent again before it is sent there.',
  forwardFields,
  (file, { to, reason }, { world }) => {
    if (to === file.requestingCountry || to === file.countryOfReturn) return refuse('FORWARD_SAME_COUNTRY', {}, ['to'])
    const procedure = procedureFor(world, { requestingCountry: file.requestingCountry, countryOfReturn: to })
    if (!procedure) return refuse('NO_PROCEDURE', {}, ['to'])
    const kept = ['draftRequest', 'recordIdentification']
    const reopens = [...file.procedure.steps, ...procedure.steps].flatMap(({ key, action }) =>
      kept.includes(action) ? [] : [key],
    )
    return { result: reason, reopens: [...new Set(reopens)], becomes: { countryOfReturn: to, procedure } }
  },
)
