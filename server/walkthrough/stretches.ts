import type { Stage } from '../domain/cases/stage.ts'
import { type Entered, requesting, returning, type Scene } from './scene.ts'

// Stretches of the way home that many stories share. A story may say more of what is entered (`more`).

export const profile = {
  ageBand: 'age-25-34',
  ageBasis: 'stated-by-person',
  sex: 'female',
  claimedStatus: 'national',
  identification: 'identified',
  decidingBody: 'police',
  exploitation: ['forced-labour'],
  controlMeans: ['withholds-documents'],
  recruitment: ['through-friends-or-social-events'],
  needs: ['psychosocial-support'],
  shelter: 'government-shelter',
}
/** Most persons of the stories wish no visits afterwards: one story shows them all. */
export const consent = {
  share: 'given',
  return: 'given',
  traceFamily: 'given',
  followUp: 'refused',
  statistics: 'given',
  interpreter: 'used',
  form: 'consent-2026-1',
  leafletGiven: true,
}
export const ofChild = { guardian: 'given', childView: 'wishes-to-return' }

export const draft = (more: Entered = {}): Scene =>
  requesting('liaison', 'draftRequest', 'DRAFT', ({ countryOfReturn }) => ({ countryOfReturn, ...profile, ...more }))

export const ask = (language: string, more: Entered = {}): Scene =>
  requesting('liaison', 'recordConsent', 'DRAFT', ({ day }) => ({ ...consent, language, givenOn: day, ...more }))

export const approval = () => ({ decision: 'APPROVE', noIdentifyingDetail: true })

export const submit: readonly Scene[] = [
  requesting('liaison', 'submitForReview', 'IN_REVIEW'),
  requesting('supervisor', 'reviewRequest', 'SENT', approval),
]
export const acknowledge = returning('focal', 'acknowledgeRequest', 'IN_PROGRESS')

/** From the person's consent until the other country has taken the request in hand. */
export const send = (language: string, more: Entered = {}): readonly Scene[] => [
  ask(language, more),
  ...submit,
  acknowledge,
]

export const verify = (more: Entered = {}): Scene =>
  returning('verifier', 'recordVerification', 'IN_PROGRESS', ({ day }) => ({
    result: 'national',
    method: 'register',
    decidedOn: day,
    ...more,
  }))

export const family = (stage: Stage): Scene =>
  returning('welfare', 'recordFamilyTracing', stage, ({ day }) => ({
    result: 'traced',
    suitability: 'suitable',
    escortNeeded: false,
    concludedOn: day,
  }))

export const assessRisk = (risk: string, stage: Stage = 'IN_PROGRESS'): Scene =>
  requesting('focal', 'recordRiskAssessment', stage, ({ day }) => ({
    risk,
    refoulementConcern: false,
    assessedOn: day,
  }))

export const accept = (receptionPlace = 'family'): Scene =>
  returning('focal', 'acceptReturn', 'ACCEPTED', () => ({
    travelDocument: 'return-certificate',
    travelDocumentIssued: true,
    receptionPlace,
  }))

/** Everything found out and the return accepted; Viet Nam verifies twice, at the place and at its immigration department. */
export const accepted = (...verifications: readonly Scene[]): readonly Scene[] => [
  ...verifications,
  family('IN_PROGRESS'),
  assessRisk('none'),
  accept(),
]

/** Another visit to the family before the return, as the procedure of Lao PDR and Thailand has it. */
export const prepareFamily = family('ACCEPTED')
