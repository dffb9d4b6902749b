import type { Actor } from '../cases/actor.ts'
import type { Phase } from '../cases/phase.ts'
import { countryRoles, type Role } from '../cases/roles.ts'
import type { CountryCode, Side } from '../kernel/country.ts'
import { type Refusal, refuse } from '../kernel/problem.ts'
import type { ActionName, ActName, RegisterActName } from '../procedures/action-names.ts'

/**
 * Who may be given an act, and when. A procedure says who owes it within this and may say fewer; what it says beyond does
 * not count (permit.ts), so that a procedure that is added gives nobody a right that is not in this table.
 */
export interface ActRule {
  readonly phases: readonly Phase[]
  readonly requesting: readonly Role[]
  readonly return: readonly Role[]
}

const rule = (phases: string, requesting: string, ofReturn = ''): ActRule => ({
  phases: words(phases) as readonly Phase[],
  requesting: words(requesting) as readonly Role[],
  return: words(ofReturn) as readonly Role[],
})
const words = (text: string): readonly string[] => text.split(' ').filter(Boolean)

const ACTS = {
  // An act that opens a case finds it in no phase.
  draftRequest: rule('', 'liaison focal'),
  openFastTrack: rule('', 'liaison post focal'),
  recordReceptionWithoutRequest: rule('', '', 'post welfare focal'),
  updateDraft: rule('draft', 'liaison focal'),
  recordConsent: rule('draft sent', 'liaison focal', 'welfare focal'),
  submitForReview: rule('draft', 'liaison focal'),
  reviewRequest: rule('draft accepted', 'supervisor focal', 'supervisor focal'),
  acknowledgeRequest: rule('sent accepted', 'focal', 'focal'),
  returnForInformation: rule('sent', '', 'focal'),
  answerQuestions: rule('sent', 'liaison focal'),
  forwardRequest: rule('sent', '', 'focal'),
  recordVerification: rule('sent', '', 'verifier focal'),
  recordFamilyTracing: rule('sent accepted', '', 'welfare focal'),
  recordRiskAssessment: rule('sent accepted', 'focal welfare'),
  recordBestInterests: rule('draft sent accepted', 'guardian welfare', 'guardian welfare'),
  recordIdentification: rule('draft sent accepted', 'liaison focal', 'welfare focal'),
  acceptReturn: rule('sent', '', 'focal'),
  refuseReturn: rule('sent', '', 'focal'),
  requestReview: rule('sent', 'focal'),
  proposeHandover: rule('accepted', 'liaison focal'),
  confirmHandover: rule('accepted', 'liaison focal', 'focal liaison'),
  counterproposeHandover: rule('accepted', '', 'focal liaison'),
  rescheduleHandover: rule('accepted', 'liaison focal'),
  recordDepartureCheck: rule('accepted', 'liaison focal'),
  recordHandover: rule('accepted', 'post'),
  confirmReception: rule('accepted', '', 'post welfare'),
  reportNoShow: rule('accepted', 'post', 'post'),
  settleIncident: rule('accepted', 'focal', 'focal welfare'),
  settleHandover: rule('accepted', 'focal post', 'focal post welfare'),
  recordTransitStay: rule('draft accepted', '', 'welfare focal'),
  planReintegration: rule('draft accepted', '', 'welfare focal'),
  recordFollowUp: rule('draft accepted', '', 'welfare focal'),
  sendFeedback: rule('accepted', '', 'focal welfare'),
  recordCaseWorkerVisit: rule('sent accepted', '', 'welfare focal'),
  proposeClosure: rule('sent accepted', '', 'focal'),
  closeCase: rule('draft sent accepted', 'focal', 'focal'),
  assignOffice: rule('draft sent accepted', 'focal', 'focal'),
  placeOnHold: rule('sent accepted', 'focal', 'focal'),
  reviewHold: rule('sent accepted', 'focal'),
  resumeCase: rule('sent accepted', 'focal', 'focal'),
  withdrawConsent: rule('draft sent accepted', 'liaison focal guardian'),
  withdrawRequest: rule('draft sent accepted', 'focal liaison'),
  acknowledgeWithdrawal: rule('sent accepted', '', 'focal'),
  linkPreviousCase: rule('sent accepted', 'focal', 'focal'),
  moveCase: rule('sent accepted', 'focal', 'focal'),
  openDispute: rule('sent accepted', 'focal', 'focal'),
  resolveDispute: rule('sent accepted', 'focal', 'focal'),
  recordFocalMeeting: rule('sent accepted', 'focal', 'focal'),
  recordCaseManagementMeeting: rule('sent accepted', 'focal', 'focal'),
  reportDeathOrIllness: rule('draft sent accepted', 'liaison focal guardian', 'welfare focal'),
  reviewNote: rule('sent accepted', 'supervisor focal', 'supervisor focal'),
} as const satisfies Record<ActionName, ActRule>
export const actRules: Readonly<Record<ActionName, ActRule>> = ACTS

/** Acts that change no case: each of the own country, whatever its cases; of the secretariat, which has none, for all six. */
export const registerRules: Readonly<Record<RegisterActName, readonly Role[]>> = {
  proposeLimit: ['focal'],
  confirmLimit: ['focal'],
  delegateRole: ['admin'],
  setHolidays: ['admin'],
  requestErasure: ['privacy'],
  importAggregates: ['taskforce', 'admin'],
  draftReport: ['secretariat', 'focal'],
  editReportPart: ['taskforce', 'focal'],
  clearReportPart: ['taskforce', 'focal'],
  publishReport: ['secretariat', 'focal'],
  cancelReport: ['secretariat', 'focal'],
  makeReportFile: ['secretariat', 'taskforce', 'focal', 'admin', 'privacy'],
  cancelReportFile: ['secretariat', 'taskforce', 'focal', 'admin', 'privacy'],
  recordMeeting: ['taskforce', 'secretariat'],
  updateMeeting: ['taskforce', 'secretariat'],
}

/** Of the roles that a procedure names for an act, those that may be given it. */
export const allowedRoles = (action: ActionName, side: Side, named: readonly Role[]): readonly Role[] =>
  named.filter((role) => actRules[action][side].includes(role))

/** Roles that may be given an act on some side, in the order of the roles. */
const rolesFor = (name: ActName): readonly Role[] =>
  name in registerRules
    ? registerRules[name as RegisterActName]
    : countryRoles.filter((role) =>
        (['requesting', 'return'] as const).some((side) => ruleOf(name)[side].includes(role)),
      )

const ruleOf = (name: ActName): ActRule => actRules[name as ActionName]

/** The country for which an officer acts; refuses who has none, or a role that is never given the act on whichever side. */
export const actingFor = (name: ActName, { country, role }: Pick<Actor, 'country' | 'role'>): CountryCode | Refusal =>
  country !== null && rolesFor(name).includes(role) ? country : refuse('NOT_YOUR_ROLE', { roles: rolesFor(name) })

/** Refuses a role that is never given the act, for acts of the secretariat as well, which acts for no country. */
export const mayAct = (name: ActName, { role }: Pick<Actor, 'role'>): Refusal | null =>
  rolesFor(name).includes(role) ? null : refuse('NOT_YOUR_ROLE', { roles: rolesFor(name) })
