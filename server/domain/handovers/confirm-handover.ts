import { noFields } from '../cases/inputs.ts'
import { handoverAction } from './act.ts'

/** The country of return agrees to crossing and time. */
export const confirmHandover = handoverAction(
  'confirmHandover',
  'The country of return agrees to the list, the crossing and the time.',
  noFields,
  ({ handover }) => ({ handover: { ...handover, status: 'AGREED' }, inCase: () => ({}) }),
)
