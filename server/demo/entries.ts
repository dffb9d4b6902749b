import type { CaseView, StepView } from '../domain/disclosure/case-view.ts'
import { cellOf } from '../domain/handovers/counts.ts'
import type { CountryCode } from '../domain/kernel/country.ts'
import { type Counts, countCells } from '../domain/kernel/fields.ts'
import { type Day, type Instant, localDay } from '../domain/kernel/instant.ts'
import type { ActionName } from '../domain/procedures/action-names.ts'
import { calendarOf, type Question, type World } from '../domain/world.ts'
import type { Plan } from './plan.ts'

/** What officers of the demo enter for an act; null where the act is not part of the ordinary way home. */
export function entryFor(
  world: World,
  plan: Plan,
  view: CaseView,
  { step, country }: StepView,
  now: Instant,
): Readonly<Record<string, unknown>> | null {
  const day = today(world, country, now)
  const make = entries[step.action]
  return make ? make({ world, plan, view, day, now }) : null
}

const today = (world: World, country: CountryCode, now: Instant): Day =>
  localDay(now, calendarOf(world, country).offsetMinutes)

interface Writing {
  readonly world: World
  readonly plan: Plan
  readonly view: CaseView
  readonly day: Day
  readonly now: Instant
}
type Entry = (writing: Writing) => Readonly<Record<string, unknown>>

const entries: Partial<Record<ActionName, Entry>> = {
  recordConsent: ({ world, plan, day }) => ({
    share: 'given',
    return: 'given',
    traceFamily: 'given',
    followUp: plan.number % 7 === 0 ? 'refused' : 'given',
    statistics: 'given',
    language: world.countries.get(plan.countryOfReturn)?.languages[0] ?? 'en',
    interpreter: 'used',
    givenOn: day,
    guardian: plan.child ? 'given' : null,
    childView: plan.child ? 'wishes-to-return' : null,
  }),
  submitForReview: () => ({}),
  reviewRequest: () => ({ decision: 'APPROVE', noIdentifyingDetail: true }),
  acknowledgeRequest: () => ({}),
  answerQuestions: ({ world, view, day }) => ({
    answers: (view.round?.questions ?? []).map((code) => answerTo(world, world.questions.get(code), day)),
  }),
  recordFamilyTracing: ({ plan, day }) => ({
    result: plan.number % 6 === 0 ? 'not-traced' : 'traced',
    suitability: plan.number % 6 === 0 ? 'not-assessed' : 'suitable',
    escortNeeded: plan.child,
    concludedOn: day,
  }),
  recordVerification: ({ plan, day }) => ({
    result: plan.profile['claimedStatus'] === 'permanent-resident' ? 'permanent-resident' : 'national',
    method: 'register',
    decidedOn: day,
    reason: null,
    identityMatchedOn: null,
    identityMatchedWith: null,
  }),
  recordRiskAssessment: ({ plan, day }) => ({
    risk: plan.ending === 'risk' ? 'high' : plan.number % 3 === 0 ? 'manageable' : 'none',
    refoulementConcern: false,
    assessedOn: day,
  }),
  recordBestInterests: ({ day }) => ({
    outcome: 'return-to-family',
    childView: 'wishes-to-return',
    guardianAgrees: true,
    decidedOn: day,
  }),
  acknowledgeWithdrawal: () => ({}),
  acceptReturn: () => ({ travelDocument: 'return-certificate', travelDocumentIssued: true, receptionPlace: 'family' }),
  confirmHandover: () => ({}),
  recordDepartureCheck: ({ view }) => ({
    caseId: view.id,
    consentReconfirmed: true,
    fitToTravel: true,
    safeToTravel: true,
    belongingsReturned: true,
  }),
  recordHandover: ({ view, now }) => ({ handedOverAt: now, counts: onlyThisPerson(view) }),
  confirmReception: ({ view, now }) => ({ receivedAt: now, counts: onlyThisPerson(view), notReceived: null }),
  proposeClosure: ({ view }) => ({
    reason: view.stopped ?? 'returned-and-settled',
  }),
  closeCase: () => ({}),
}

function answerTo(world: World, question: Question | undefined, day: Day): Readonly<Record<string, unknown>> {
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

/** The six cells of a list of one. */
function onlyThisPerson(view: Pick<CaseView, 'child' | 'profile'>): Counts {
  const own = cellOf(view)
  return Object.fromEntries(countCells.map((cell) => [cell, cell === own ? 1 : 0])) as Counts
}
