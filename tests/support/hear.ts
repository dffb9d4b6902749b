import type { Act } from '../../server/domain/cases/case-file.ts'
import type { ActionName } from '../../server/domain/procedures/action-names.ts'
import { type CaseModel, unasked, unlisted } from './case-model.ts'

const MINORS: readonly unknown[] = ['under-12', 'age-12-14', 'age-15-17']

/** The model of a case (case-model.ts) hears an act: what was entered, by which country, and what a list says of this case. */
export function hear(model: CaseModel, { action, record, result, by, at }: Act): void {
  const { request, list } = model
  const stop = (kind: CaseModel['stopped']) => {
    model.stopped = kind
    request.hold = false
    request.round = false
    // Who does not return leaves nothing to dispute.
    if (kind !== 'refused') request.disputes = []
  }
  const begin = (begunBy: string) => {
    model.begunBy = begunBy
    model.child = MINORS.includes(record['ageBand'])
  }
  const met = () => {
    request.rounds = 0
    if (record['decision'] === 'dispute-settled') request.disputes = []
  }
  const heard: Partial<Record<ActionName, () => unknown>> = {
    draftRequest: () => begin(action),
    updateDraft: () => begin('draftRequest'),
    recordReceptionWithoutRequest: () => begin(action),
    openFastTrack: () => {
      begin(action)
      request.sent = true
      list.agreed = true
    },
    recordConsent: () => {
      // Who never wished to return may still be verified; it is the change of mind that stops the case.
      const turns = record['return'] === 'refused' && request.consent['return'] !== 'refused'
      request.consent = record
      if (request.sent && (record['share'] === 'refused' || turns)) stop('not-proceeding')
    },
    recordIdentification: () => record['result'] === 'not-a-victim' && stop('not-proceeding'),
    reviewRequest: () => {
      request.sent ||= record['decision'] === 'APPROVE'
    },
    acknowledgeRequest: () => Object.assign(request, { acknowledged: true }),
    returnForInformation: () => Object.assign(request, { round: true, rounds: request.rounds + 1 }),
    answerQuestions: () => Object.assign(request, { round: false }),
    recordFocalMeeting: met,
    recordCaseManagementMeeting: met,
    recordVerification: () => request.verified.push(record['result']),
    recordFamilyTracing: () => Object.assign(request, { traced: true }),
    recordRiskAssessment: () => {
      request.assessedAt = at
      if (record['risk'] === 'high' || record['refoulementConcern']) stop('not-proceeding')
    },
    recordBestInterests: () => {
      request.bestInterests = record['outcome']
      if (record['outcome'] === 'not-return' && model.begunBy === 'draftRequest') stop('not-proceeding')
    },
    acceptReturn: () => Object.assign(request, { accepted: true, round: false }),
    refuseReturn: () => {
      request.round = false
      stop('refused')
    },
    requestReview: () => {
      Object.assign(request, { reviewUsed: true, verified: [] })
      Object.assign(model, { stopped: null, closing: false })
    },
    forwardRequest: () => Object.assign(model, { request: unasked() }),
    placeOnHold: () => Object.assign(request, { hold: true }),
    resumeCase: () => Object.assign(request, { hold: false }),
    reviewHold: () => Object.assign(request, { hold: record['goesOn'] === true }),
    withdrawConsent: () => stop(record['noNotice'] ? 'not-proceeding' : 'withdrawn'),
    withdrawRequest: () => stop('withdrawn'),
    acknowledgeWithdrawal: () => Object.assign(model, { withdrawalKnown: true }),
    reportDeathOrIllness: () => stop('not-proceeding'),
    proposeHandover: () => Object.assign(model, { list: { ...unlisted(), proposed: true } }),
    counterproposeHandover: () => Object.assign(list, { agreed: false }),
    rescheduleHandover: () => Object.assign(model, { list: { ...unlisted(), proposed: result !== 'taken-off' } }),
    confirmHandover: () => Object.assign(list, { agreed: true }),
    recordDepartureCheck: () =>
      Object.assign(list, { checked: record['consentReconfirmed'] && record['fitToTravel'] && record['safeToTravel'] }),
    recordHandover: () => Object.assign(list, { gone: true }),
    confirmReception: () => Object.assign(list, { received: result === 'received' }),
    settleIncident: () => {
      const onAnotherList = model.begunBy === 'draftRequest'
      if (record['outcome'] === 'still-in-requesting-country' && onAnotherList)
        Object.assign(model, { list: unlisted() })
      else stop('not-proceeding')
    },
    openDispute: () => request.disputes.push(by.country),
    resolveDispute: () =>
      Object.assign(request, { disputes: request.disputes.filter((country) => country !== by.country) }),
    planReintegration: () => Object.assign(model, { planned: true }),
    recordFollowUp: () => {
      model.visits += 1
      model.visitsEnded ||= record['outcome'] === 'contact-lost' || record['outcome'] === 'declined'
    },
    proposeClosure: () => Object.assign(model, { closing: true }),
    closeCase: () => Object.assign(model, { closing: record['agree'] !== 'NO', closed: record['agree'] !== 'NO' }),
  }
  heard[action]?.()
}
