import { caseAction } from './act.ts'
import { graveEventFields } from './branch-inputs.ts'

/** Stops the case; the national channels take over. The other country sees only that the case does not proceed. */
export const reportDeathOrIllness = caseAction(
  'reportDeathOrIllness',
  'Reports a death or a serious illness: the case stops, and the other side sees only that it does not proceed.',
  graveEventFields,
  () => ({}),
)
