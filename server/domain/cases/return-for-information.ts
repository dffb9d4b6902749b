import { refuse } from '../kernel/problem.ts'
import { caseAction } from './act.ts'
import { returnForInformationFields } from './inputs.ts'

/** A fourth return needs the two focal agencies to meet first (model.md). */
const ROUNDS = 3

/** Sends the request back with questions by code; the clock of the country of return stands still until the answer. */
export const returnForInformation = caseAction(
  'returnForInformation',
  'The country of return asks questions by code; its clock stands still until they are answered. Three rounds.',
  returnForInformationFields,
  ({ state }) => {
    if (state.round) return refuse('NOT_POSSIBLE_NOW', { action: 'returnForInformation' })
    return state.roundsSinceMeeting >= ROUNDS ? refuse('ROUNDS_USED', { rounds: ROUNDS }) : {}
  },
)
