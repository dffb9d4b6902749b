import { refuse } from '../kernel/problem.ts'
import { caseAction } from './act.ts'
import { draftUpdateFields } from './inputs.ts'
import { isMinor } from './open-case.ts'

/** Writes the profile of a draft anew. Refuses DRAFT_LOCKED while it is with the reviewer; sent requests are never rewritten. */
export const updateDraft = caseAction(
  'updateDraft',
  'The author office rewrites the profile of a draft, until it is submitted or after it came back.',
  draftUpdateFields,
  ({ state }, input, { world }) => {
    const submitted = [...state.done.values()].some((act) => act.action === 'submitForReview')
    if (submitted) return refuse('DRAFT_LOCKED')
    return { record: { child: isMinor(world, input.ageBand) } }
  },
)
