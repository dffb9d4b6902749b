import { acceptReturn } from './cases/accept-return.ts'
import { acknowledgeRequest } from './cases/acknowledge-request.ts'
import { acknowledgeWithdrawal } from './cases/acknowledge-withdrawal.ts'
import type { CaseAction } from './cases/act.ts'
import { answerQuestions } from './cases/answer-questions.ts'
import { assignOffice } from './cases/assign-office.ts'
import { closeCase } from './cases/close-case.ts'
import { draftRequest } from './cases/draft-request.ts'
import { forwardRequest } from './cases/forward-request.ts'
import { linkPreviousCase } from './cases/link-previous-case.ts'
import { moveCase } from './cases/move-case.ts'
import { openDispute } from './cases/open-dispute.ts'
import { placeOnHold } from './cases/place-on-hold.ts'
import { planReintegration } from './cases/plan-reintegration.ts'
import { proposeClosure } from './cases/propose-closure.ts'
import { recordBestInterests } from './cases/record-best-interests.ts'
import { recordCaseWorkerVisit } from './cases/record-case-worker-visit.ts'
import { recordConsent } from './cases/record-consent.ts'
import { recordFamilyTracing } from './cases/record-family-tracing.ts'
import { recordFocalMeeting } from './cases/record-focal-meeting.ts'
import { recordFollowUp } from './cases/record-follow-up.ts'
import { recordIdentification } from './cases/record-identification.ts'
import { recordReceptionWithoutRequest } from './cases/record-reception-without-request.ts'
import { recordRiskAssessment } from './cases/record-risk-assessment.ts'
import { recordTransitStay } from './cases/record-transit-stay.ts'
import { recordVerification } from './cases/record-verification.ts'
import { refuseReturn } from './cases/refuse-return.ts'
import { reportDeathOrIllness } from './cases/report-death-or-illness.ts'
import { requestReview } from './cases/request-review.ts'
import { resolveDispute } from './cases/resolve-dispute.ts'
import { resumeCase } from './cases/resume-case.ts'
import { returnForInformation } from './cases/return-for-information.ts'
import { reviewHold } from './cases/review-hold.ts'
import { reviewNote } from './cases/review-note.ts'
import { reviewRequest } from './cases/review-request.ts'
import { sendFeedback } from './cases/send-feedback.ts'
import { settleIncident } from './cases/settle-incident.ts'
import { submitForReview } from './cases/submit-for-review.ts'
import { updateDraft } from './cases/update-draft.ts'
import { withdrawConsent } from './cases/withdraw-consent.ts'
import { withdrawRequest } from './cases/withdraw-request.ts'
import type { HandoverAction } from './handovers/act.ts'
import { confirmHandover } from './handovers/confirm-handover.ts'
import { confirmReception } from './handovers/confirm-reception.ts'
import { counterproposeHandover } from './handovers/counterpropose-handover.ts'
import { openFastTrack } from './handovers/open-fast-track.ts'
import { proposeHandover } from './handovers/propose-handover.ts'
import { recordDepartureCheck } from './handovers/record-departure-check.ts'
import { recordHandover } from './handovers/record-handover.ts'
import { reportNoShow } from './handovers/report-no-show.ts'
import { rescheduleHandover } from './handovers/reschedule-handover.ts'
import { settleHandover } from './handovers/settle-handover.ts'
import { recordCaseManagementMeeting } from './meetings/record-case-management-meeting.ts'
import type { ActionName } from './procedures/action-names.ts'

/** Every act by name. A name without a decision, or a decision without a name, does not compile. */
export const actions = {
  draftRequest,
  updateDraft,
  recordConsent,
  submitForReview,
  reviewRequest,
  acknowledgeRequest,
  returnForInformation,
  answerQuestions,
  recordVerification,
  recordFamilyTracing,
  recordRiskAssessment,
  recordBestInterests,
  acceptReturn,
  refuseReturn,
  proposeHandover,
  confirmHandover,
  recordDepartureCheck,
  recordHandover,
  confirmReception,
  proposeClosure,
  closeCase,
  assignOffice,
  acknowledgeWithdrawal,
  placeOnHold,
  resumeCase,
  reviewHold,
  withdrawConsent,
  withdrawRequest,
  rescheduleHandover,
  reportNoShow,
  recordIdentification,
  settleIncident,
  recordTransitStay,
  planReintegration,
  recordFollowUp,
  sendFeedback,
  forwardRequest,
  recordReceptionWithoutRequest,
  linkPreviousCase,
  openDispute,
  resolveDispute,
  reportDeathOrIllness,
  requestReview,
  recordFocalMeeting,
  recordCaseWorkerVisit,
  moveCase,
  reviewNote,
  openFastTrack,
  counterproposeHandover,
  settleHandover,
  recordCaseManagementMeeting,
} as const satisfies Record<ActionName, AnyAction>

export type AnyAction =
  | { readonly [K in keyof CaseAction]: K extends 'decide' ? unknown : CaseAction[K] }
  | { readonly [K in keyof HandoverAction]: K extends 'decide' ? unknown : HandoverAction[K] }
  | typeof draftRequest
  | typeof openFastTrack
  | typeof recordReceptionWithoutRequest
  | typeof proposeHandover
  | typeof recordCaseManagementMeeting
