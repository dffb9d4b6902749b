import { importAggregates } from '../aggregates/import-aggregates.ts'
import { recordMeeting } from '../meetings/record-meeting.ts'
import { updateMeeting } from '../meetings/update-meeting.ts'
import type { RegisterActName } from '../procedures/action-names.ts'
import { confirmLimit } from './confirm-limit.ts'
import { delegateRole } from './delegate-role.ts'
import { proposeLimit } from './propose-limit.ts'
import { requestErasure } from './request-erasure.ts'
import { setHolidays } from './set-holidays.ts'

/** Every act on a register by name. */
export const registerActs = {
  proposeLimit,
  confirmLimit,
  delegateRole,
  setHolidays,
  requestErasure,
  importAggregates,
  recordMeeting,
  updateMeeting,
} as const satisfies Record<RegisterActName, unknown>
