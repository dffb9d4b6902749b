import { noFields } from '../cases/inputs.ts'
import { refuse } from '../kernel/problem.ts'
import { isDone } from '../procedures/steps.ts'
import { handoverAction, travelling } from './act.ts'

/** Closes a list after every incident on it was settled, case by case. Refuses INCIDENTS_OPEN, which names the cases. */
export const settleHandover = handoverAction(
  'settleHandover',
  'Closes the list, after every incident on it was settled case by case.',
  noFields,
  ({ handover, files }) => {
    const isOver = handover.status === 'PARTLY_RECEIVED' || handover.status === 'RECEIVED'
    // Nobody is waited for any more: all who were handed over have stopped since.
    const isEmpty = handover.status === 'HANDED_OVER' && travelling(files).length === 0
    if (!isOver && !isEmpty) return refuse('NOT_POSSIBLE_NOW', { action: 'settleHandover' })
    const open = files.filter(({ id, state }) => handover.missing.includes(id) && state.missingSince !== null)
    if (open.length > 0) return refuse('INCIDENTS_OPEN', { cases: open.map(({ reference }) => reference) })
    return {
      handover: { ...handover, status: 'SETTLED', missing: [] },
      inCase: () => ({ result: 'settled', completes: false }),
    }
  },
  // Who stopped or was closed has nothing more to do with it.
  ({ files }) => files.filter(({ state }) => !state.stopped && !isDone(state, 'closeCase')),
)
