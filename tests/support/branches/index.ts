import { afterwards } from './after-reception.ts'
import { meeting } from './another-day.ts'
import type { Branch } from './branch.ts'
import { consent } from './consent-withdrawn.ts'
import { disputes } from './disputes.ts'
import { fastTrack } from './fast-track.ts'
import { elsewhere } from './forwarded-and-cancelled.ts'
import { again } from './linked-and-moved.ts'
import { lists } from './lists.ts'
import { notes } from './notes.ts'
import { waiting } from './questions-and-holds.ts'
import { unannounced } from './received-without-request.ts'
import { risk } from './risk-and-identification.ts'
import { straight } from './straight-way.ts'
import { verification } from './verification.ts'

/** Every branch of a case, in the order of domain.md 7.B. */
export const branches: readonly Branch[] = [
  ...straight,
  ...verification,
  ...consent,
  ...risk,
  ...waiting,
  ...meeting,
  ...again,
  ...unannounced,
  ...fastTrack,
  ...elsewhere,
  ...disputes,
  ...lists,
  ...afterwards,
  ...notes,
]
