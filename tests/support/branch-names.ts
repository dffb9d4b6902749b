import type { ActionName } from '../../server/domain/procedures/action-names.ts'

/** Acts off the straight way, and after reception: tests/api/branch-mutations.test.ts plays each. */
export const branchNames: ReadonlySet<ActionName> = new Set([
  'recordIdentification',
  'counterproposeHandover',
  'settleIncident',
  'settleHandover',
  'recordTransitStay',
  'planReintegration',
  'recordFollowUp',
  'sendFeedback',
  'forwardRequest',
  'openFastTrack',
  'recordReceptionWithoutRequest',
  'linkPreviousCase',
  'openDispute',
  'resolveDispute',
  'reportDeathOrIllness',
  'requestReview',
  'recordCaseManagementMeeting',
  'recordFocalMeeting',
  'recordCaseWorkerVisit',
  'moveCase',
  'reviewNote',
])
