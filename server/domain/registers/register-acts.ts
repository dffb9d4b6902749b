import { importAggregates } from '../aggregates/import-aggregates.ts'
import { recordMeeting } from '../meetings/record-meeting.ts'
import { updateMeeting } from '../meetings/update-meeting.ts'
import type { RegisterActName } from '../procedures/action-names.ts'
import { cancelReport } from '../reports/acts/cancel-report.ts'
import { cancelReportFile } from '../reports/acts/cancel-report-file.ts'
import { clearReportPart } from '../reports/acts/clear-report-part.ts'
import { draftReport } from '../reports/acts/draft-report.ts'
import { editReportPart } from '../reports/acts/edit-report-part.ts'
import { makeReportFile } from '../reports/acts/make-report-file.ts'
import { publishReport } from '../reports/acts/publish-report.ts'
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
  draftReport,
  editReportPart,
  clearReportPart,
  publishReport,
  cancelReport,
  makeReportFile,
  cancelReportFile,
  recordMeeting,
  updateMeeting,
} as const satisfies Record<RegisterActName, unknown>
