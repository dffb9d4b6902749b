import { noFields } from '../cases/inputs.ts'
import { refuse } from '../kernel/problem.ts'
import { handoverAction } from './act.ts'

/** The country of return agrees to crossing and time. Refuses a time that has passed meanwhile. */
export const confirmHandover = handoverAction(
  'confirmHandover',
  'The country of return agrees to the list, the crossing and the time.',
  noFields,
  ({ handover }, _input, { at }) => {
    if (handover.at <= at.now) return refuse('HANDOVER_IN_PAST')
    return { handover: { ...handover, status: 'AGREED' }, inCase: () => ({}) }
  },
)
