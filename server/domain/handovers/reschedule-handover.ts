import { stepsOf } from '../cases/act.ts'
import { problem, Refusal, refuse } from '../kernel/problem.ts'
import type { ActionName } from '../procedures/action-names.ts'
import { handoverAction, travelling } from './act.ts'
import { countsOf, without as leftOf } from './counts.ts'
import { rescheduleFields } from './inputs.ts'
import { meetingProblems } from './meeting.ts'

/** A third other day needs the two focal agencies to meet first; then it is counted anew. */
const TIMES = 2

/** What is owed again when the day changes, and when a case leaves the list. */
const AGAIN: readonly ActionName[] = ['confirmHandover', 'recordDepartureCheck']
const FROM_THE_START: readonly ActionName[] = ['proposeHandover', ...AGAIN]

/**
 * Another day or crossing for a list, or a list without some of its cases; the country of return agrees anew. Refuses
 * what a proposal refuses, RESCHEDULES_USED, and a list that would be empty.
 */
export const rescheduleHandover = handoverAction(
  'rescheduleHandover',
  'The requesting country sets another day or crossing, or takes cases off the list; the country of return agrees anew.',
  rescheduleFields,
  ({ handover, files }, { at, crossing, without }, setting) => {
    const off = new Set(without ?? [])
    if ([...off].some((id) => !handover.caseIds.includes(id))) return refuse('CASE_NOT_ON_LIST', {}, ['without'])
    const staying = leftOf(travelling(files), [...off])
    if (staying.length === 0) return refuse('CASES_MISSING', {}, ['without'])
    const moves = at !== handover.at || crossing !== handover.crossing
    if (moves && staying.some(({ state }) => state.otherDays >= TIMES))
      return new Refusal([problem('RESCHEDULES_USED', { times: TIMES })])
    const notice = staying[0]?.procedure.steps.find(({ action }) => action === 'proposeHandover')?.before
    const unfit = moves ? meetingProblems(setting, staying, { at, crossing }, notice) : []
    if (unfit.length > 0) return new Refusal(unfit)
    const caseIds = handover.caseIds.filter((id) => !off.has(id))
    return {
      handover: { ...handover, at, crossing, caseIds, counts: countsOf(staying), status: 'PROPOSED' },
      inCase: (file) =>
        off.has(file.id)
          ? { result: 'taken-off', completes: false, reopens: stepsOf(file, ...FROM_THE_START) }
          : { result: 'rescheduled', reopens: stepsOf(file, ...AGAIN) },
    }
  },
)
