import { refuse } from '../kernel/problem.ts'
import { handoverAction } from './act.ts'
import { noShowFields } from './inputs.ts'

/** At the agreed time nobody was handed over; the list waits for another day. Says what, never who. */
export const reportNoShow = handoverAction(
  'reportNoShow',
  'A post of either side records that the handover did not take place, with a coded reason; another day is set then.',
  noShowFields,
  ({ handover }, { what }, { at }) => {
    if (handover.status !== 'AGREED' || at.now < handover.at)
      return refuse('NOT_POSSIBLE_NOW', { action: 'reportNoShow' })
    return { handover: { ...handover, status: 'NOT_HELD' }, inCase: () => ({ result: what, completes: false }) }
  },
)
