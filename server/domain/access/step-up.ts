import type { ActName } from '../procedures/action-names.ts'
import { type AccessActName, accessActNames } from './access-acts.ts'

/** Acts that ask for the second factor again: what sends, accepts, hands over, receives or erases, who may come in or stand in. */
const ACTS: ReadonlySet<ActName | AccessActName> = new Set([
  'reviewRequest',
  'reviewNote',
  'forwardRequest',
  'openFastTrack',
  'acceptReturn',
  'recordHandover',
  'confirmReception',
  'recordReceptionWithoutRequest',
  'requestErasure',
  'delegateRole',
  ...accessActNames,
])
/** How long a second factor counts. */
export const STEP_UP_MINUTES = 10

export const asksForSecondFactor = (name: ActName | AccessActName): boolean => ACTS.has(name)
