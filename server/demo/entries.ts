import type { CaseView } from '../domain/disclosure/case-view.ts'
import { cellOf } from '../domain/handovers/counts.ts'
import type { CountryCode } from '../domain/kernel/country.ts'
import { type Counts, countCells } from '../domain/kernel/fields.ts'
import type { CaseId, CrossingId } from '../domain/kernel/ids.ts'
import type { Day, Instant } from '../domain/kernel/instant.ts'
import type { ActionName } from '../domain/procedures/action-names.ts'
import type { Question, World } from '../domain/world.ts'
import { consentIn } from './consent-in.ts'
import type { Plan } from './plan.ts'
import type { Entered } from './turn.ts'

/** What an officer of the demo has before them when they enter something. */
export interface Writing {
  readonly world: World
  readonly plan: Plan
  readonly view: CaseView
  /** The persons on its list, itself the first. */
  readonly list: readonly CaseView[]
  /** Today, where the officer is. */
  readonly day: Day
  readonly now: Instant
  /** The morning on which the posts may meet, and where. */
  readonly morning: Instant
  readonly crossing: CrossingId | undefined
  /** A country that has no part in the case. */
  readonly third: CountryCode | undefined
  readonly earlier: CaseId | null
}
type Entry = (writing: Writing) => Entered

/** What is entered for an act, where its script does not say otherwise; an act that is not here is nobody's habit. */
export const entries: Partial<Record<ActionName, Entry>> = {
  recordConsent: (writing) => consentIn(writing),
  recordIdentification: ({ view, day }) => ({
    checklist: 'asean-commit-2016',
    dimensions: ['exploitative-conditions-of-work', 'recruitment-by-abuse-of-vulnerability'],
    result: 'identified',
    decidingBody: 'police',
    decidedIn: view.requestingCountry,
    decidedOn: day,
  }),
  submitForReview: () => ({}),
  reviewRequest: () => ({ decision: 'APPROVE', noIdentifyingDetail: true }),
  acknowledgeRequest: () => ({}),
  answerQuestions: ({ world, view, day }) => ({
    answers: (view.round?.questions ?? []).map((code) => answerTo(world, world.questions.get(code), day)),
  }),
  recordCaseWorkerVisit: ({ day }) => ({ visitedOn: day, finding: 'well' }),
  recordFamilyTracing: ({ plan, day }) => ({
    result: plan.number % 6 === 0 ? 'not-traced' : 'traced',
    suitability: plan.number % 6 === 0 ? 'not-assessed' : 'suitable',
    escortNeeded: plan.child,
    concludedOn: day,
  }),
  recordVerification: ({ plan, day }) => ({
    result: plan.profile['claimedStatus'],
    method: 'register',
    decidedOn: day,
    reason: null,
    identityMatchedOn: null,
    identityMatchedWith: null,
  }),
  recordRiskAssessment: ({ plan, day }) => ({
    risk: plan.number % 3 === 0 ? 'manageable' : 'none',
    refoulementConcern: false,
    assessedOn: day,
  }),
  recordBestInterests: ({ day }) => ({
    outcome: 'return-to-family',
    childView: 'wishes-to-return',
    guardianAgrees: true,
    decidedOn: day,
  }),
  acceptReturn: () => ({ travelDocument: 'return-certificate', travelDocumentIssued: true, receptionPlace: 'family' }),
  proposeHandover: ({ list, crossing, morning }) => ({
    caseIds: list.map(({ id }) => id),
    crossing,
    at: morning,
    escort: 'welfare-officer',
    escortSex: 'both',
    transport: 'ordinary',
    needs: [],
  }),
  counterproposeHandover: ({ crossing, morning }) => ({ crossing, at: morning }),
  rescheduleHandover: ({ crossing, morning }) => ({ crossing, at: morning, without: null }),
  confirmHandover: () => ({}),
  recordDepartureCheck: ({ view }) => ({
    caseId: view.id,
    consentReconfirmed: true,
    fitToTravel: true,
    safeToTravel: true,
    belongingsReturned: true,
  }),
  recordHandover: ({ list, now }) => ({ handedOverAt: now, counts: countsOf(list) }),
  // Of several persons the last one does not arrive.
  confirmReception: ({ list, now }) => {
    const missing = list.slice(1).slice(-1)
    const here = list.filter((one) => !missing.includes(one))
    return { receivedAt: now, counts: countsOf(here), notReceived: missing.map(({ id }) => id) }
  },
  planReintegration: ({ plan, day }) => ({
    place: 'family',
    services: ['social-care', plan.child ? 'education' : 'livelihood'],
    occupation: plan.child ? 'in-school' : 'working',
    startsOn: day,
    personAgrees: true,
  }),
  recordFollowUp: ({ plan, day }) => ({
    visitedOn: day,
    outcome: plan.number % 8 === 0 ? 'at-risk' : 'stable',
    risk: plan.number % 8 === 0 ? 'manageable' : 'none',
    services: ['social-care'],
    occupation: plan.child ? 'in-school' : 'working',
  }),
  sendFeedback: ({ plan }) => ({ outcome: plan.number % 8 === 0 ? 'at-risk' : 'stable' }),
  recordTransitStay: ({ day }) => ({ arrivedOn: day, leftOn: null, services: ['shelter'], voluntary: true }),
  acknowledgeWithdrawal: () => ({}),
  proposeClosure: ({ view }) => ({ reason: view.stopped ?? 'returned-and-settled' }),
  closeCase: () => ({ agree: null }),
}

function answerTo(world: World, question: Question | undefined, day: Day): Entered {
  const { code = '', answer } = question ?? {}
  const first = [...(world.codes.get(answer?.list ?? '')?.keys() ?? [])][0]
  switch (answer?.type) {
    case 'boolean':
      return { question: code, yes: true }
    case 'count':
      return { question: code, count: answer.min ?? 0 }
    case 'day':
      return { question: code, day }
    case 'code':
      return { question: code, code: first }
    case 'codes':
      return { question: code, codes: [first] }
    default:
      return { question: code, notKnown: true }
  }
}

/** The six cells of a list. */
function countsOf(list: readonly Pick<CaseView, 'child' | 'profile'>[]): Counts {
  const cells = list.map(cellOf)
  return Object.fromEntries(countCells.map((cell) => [cell, cells.filter((own) => own === cell).length])) as Counts
}
