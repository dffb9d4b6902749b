import { opensBefore } from '../deadlines/reckon.ts'
import { refuse } from '../kernel/problem.ts'
import { handoverAction } from './act.ts'
import { departureCheckFields } from './inputs.ts'

/**
 * The check before departure, case by case, in the window the procedure gives. An answer "no" is recorded and leaves
 * the check owed: nobody travels on it. Refuses CHECK_TOO_EARLY and cases not on the list.
 */
export const recordDepartureCheck = handoverAction(
  'recordDepartureCheck',
  'The requesting country checks one person of the list before departure. One "no" and the person does not travel.',
  departureCheckFields,
  ({ handover, files }, input, { at }, step) => {
    if (!files.some(({ id }) => id === input.caseId)) return refuse('CASE_NOT_ON_LIST', {}, ['caseId'])
    const window = step?.before
    const opens = window?.unit === 'hours' ? opensBefore(handover.at, window.count) : null
    if (opens && at.now < opens) return refuse('CHECK_TOO_EARLY', { opensAt: opens, hours: window?.count ?? 0 })
    const clear = input.consentReconfirmed && input.fitToTravel && input.safeToTravel
    // What stands in the way is the person's own affair: the other country does not even see that something does.
    return {
      handover,
      untouched: !clear,
      inCase: () => ({ result: clear ? 'clear' : 'not-clear', completes: clear }),
    }
  },
  ({ files }, { caseId }) => files.filter(({ id }) => id === caseId),
)
