/** Every act the service knows. A procedure may only use these; a decision exists for each (actions.ts). */
export const actionNames = [
  'draftRequest',
  'updateDraft',
  'recordConsent',
  'submitForReview',
  'reviewRequest',
  'acknowledgeRequest',
  'returnForInformation',
  'answerQuestions',
  'recordVerification',
  'recordFamilyTracing',
  'recordRiskAssessment',
  'recordBestInterests',
  'acceptReturn',
  'refuseReturn',
  'proposeHandover',
  'confirmHandover',
  'recordDepartureCheck',
  'recordHandover',
  'confirmReception',
  'proposeClosure',
  'closeCase',
  'assignOffice',
  'placeOnHold',
  'reviewHold',
  'resumeCase',
  'withdrawConsent',
  'withdrawRequest',
  'acknowledgeWithdrawal',
  'rescheduleHandover',
  'reportNoShow',
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
] as const
export type ActionName = (typeof actionNames)[number]

/** What one side settles by itself: the other never hears that it is owed or was done in vain. */
export const ownMatters: ReadonlySet<ActionName> = new Set(['reviewNote'])

/** Acts that change no case: what countries agree on, and what they say about their own offices and days. */
export const registerActNames = [
  'proposeLimit',
  'confirmLimit',
  'delegateRole',
  'setHolidays',
  'requestErasure',
  'importAggregates',
  'recordMeeting',
  'updateMeeting',
] as const
export type RegisterActName = (typeof registerActNames)[number]

/** Every mutation, and every kind of journal entry made by one. */
export type ActName = ActionName | RegisterActName
