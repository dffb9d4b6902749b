import { caseAction, stepsOf } from './act.ts'
import { settleIncidentFields } from './branch-inputs.ts'

/**
 * Somebody on a list did not arrive, and how that ended. Who is still in the requesting country can be put on another
 * list, unless it was a fast track; otherwise the case stops. Who arrived after all is not settled here but received.
 */
export const settleIncident = caseAction(
  'settleIncident',
  'Says how it ended that a person on the list was not received; each incident is settled before the list is closed.',
  settleIncidentFields,
  (file, { outcome }) => {
    const [step] = stepsOf(file, 'settleIncident')
    if (outcome !== 'still-in-requesting-country' || file.state.route !== 'ordinary') return { result: outcome, step }
    const again = stepsOf(file, 'proposeHandover', 'confirmHandover', 'recordDepartureCheck', 'recordHandover')
    return { result: outcome, step, reopens: again }
  },
)
