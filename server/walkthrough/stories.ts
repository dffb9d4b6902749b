import type { Role } from '../domain/cases/roles.ts'
import type { Stage } from '../domain/cases/stage.ts'
import type { CountryCode, Side } from '../domain/kernel/country.ts'
import { countCells } from '../domain/kernel/fields.ts'
import type { ActionName } from '../domain/procedures/action-names.ts'

/** What an entry may depend on. */
interface Now {
  /** Local day of who acts. */
  readonly day: string
  readonly instant: string
  readonly caseId: string
}

/** One act of a story: who does it, what is entered, and where the case must stand afterwards. */
export interface Scene {
  readonly side: Side
  readonly role: Role
  readonly act: ActionName
  readonly enter: (now: Now) => Readonly<Record<string, unknown>>
  readonly stage: Stage
}

export interface Story {
  readonly title: 'adult' | 'child' | 'questions'
  readonly requestingCountry: CountryCode
  readonly countryOfReturn: CountryCode
  readonly scenes: readonly Scene[]
}

const scene =
  (side: Side) =>
  (role: Role, act: ActionName, stage: Stage, enter: Scene['enter'] = () => ({})): Scene => ({
    side,
    role,
    act,
    stage,
    enter,
  })
const requesting = scene('requesting')
const returning = scene('return')

/** Both posts meet as agreed: the check opens a day before, the handover at the time itself. */
export const HANDOVER_ACTS: ReadonlySet<ActionName> = new Set(['recordDepartureCheck', 'recordHandover'])

const profile = {
  ageBasis: 'stated-by-person',
  sex: 'female',
  claimedStatus: 'national',
  identification: 'identified',
  decidingBody: 'police',
  controlMeans: ['withholds-documents'],
  recruitment: ['through-friends-or-social-events'],
  needs: ['psychosocial-support'],
  shelter: 'government-shelter',
}

const draft = (to: CountryCode, more: object): Scene =>
  requesting('liaison', 'draftRequest', 'DRAFT', () => ({ countryOfReturn: to, ...profile, ...more }))
const send = (language: string, more: object = {}): readonly Scene[] => [
  requesting('liaison', 'recordConsent', 'DRAFT', ({ day }) => ({
    share: 'given',
    return: 'given',
    traceFamily: 'given',
    followUp: 'given',
    statistics: 'given',
    language,
    interpreter: 'used',
    givenOn: day,
    ...more,
  })),
  requesting('liaison', 'submitForReview', 'IN_REVIEW'),
  requesting('supervisor', 'reviewRequest', 'SENT', () => ({ decision: 'APPROVE', noIdentifyingDetail: true })),
  returning('focal', 'acknowledgeRequest', 'IN_PROGRESS'),
]
const verify = returning('verifier', 'recordVerification', 'IN_PROGRESS', ({ day }) => ({
  result: 'national',
  method: 'register',
  decidedOn: day,
}))
const family = (stage: Stage): Scene =>
  returning('welfare', 'recordFamilyTracing', stage, ({ day }) => ({
    result: 'traced',
    suitability: 'suitable',
    escortNeeded: false,
    concludedOn: day,
  }))
const risk = requesting('focal', 'recordRiskAssessment', 'IN_PROGRESS', ({ day }) => ({
  risk: 'none',
  refoulementConcern: false,
  assessedOn: day,
}))
const bestInterests = requesting('guardian', 'recordBestInterests', 'IN_PROGRESS', ({ day }) => ({
  outcome: 'return-to-family',
  childView: 'wishes-to-return',
  guardianAgrees: true,
  decidedOn: day,
}))
const accept = returning('focal', 'acceptReturn', 'ACCEPTED', () => ({
  travelDocument: 'return-certificate',
  travelDocumentIssued: true,
  receptionPlace: 'family',
}))
const propose = requesting('liaison', 'proposeHandover', 'ACCEPTED', ({ caseId }) => ({
  caseIds: [caseId],
  escort: 'welfare-officer',
  transport: 'ordinary',
  needs: [],
}))
const one = (cell: string) => Object.fromEntries(countCells.map((name) => [name, name === cell ? 1 : 0]))
const handOver = (cell: string): readonly Scene[] => [
  returning('focal', 'confirmHandover', 'HANDOVER_AGREED'),
  requesting('liaison', 'recordDepartureCheck', 'HANDOVER_AGREED', ({ caseId }) => ({
    caseId,
    consentReconfirmed: true,
    fitToTravel: true,
    safeToTravel: true,
    belongingsReturned: true,
  })),
  requesting('post', 'recordHandover', 'HANDED_OVER', ({ instant }) => ({ handedOverAt: instant, counts: one(cell) })),
  returning('post', 'confirmReception', 'RECEIVED', ({ instant }) => ({ receivedAt: instant, counts: one(cell) })),
]
const close: readonly Scene[] = [
  returning('focal', 'proposeClosure', 'RECEIVED', () => ({ reason: 'returned-and-settled' })),
  requesting('focal', 'closeCase', 'CLOSED'),
]

export const stories: readonly Story[] = [
  {
    title: 'adult',
    requestingCountry: 'TH',
    countryOfReturn: 'LA',
    scenes: [
      draft('LA', { ageBand: 'age-25-34', exploitation: ['forced-labour'], sector: 'manufacturing' }),
      ...send('lo'),
      family('IN_PROGRESS'),
      verify,
      risk,
      accept,
      propose,
      family('ACCEPTED'),
      ...handOver('adultFemale'),
      ...close,
    ],
  },
  {
    title: 'child',
    requestingCountry: 'TH',
    countryOfReturn: 'KH',
    scenes: [
      draft('KH', { ageBand: 'age-12-14', exploitation: ['forced-begging'] }),
      ...send('km', { guardian: 'given', childView: 'wishes-to-return' }),
      verify,
      family('IN_PROGRESS'),
      risk,
      bestInterests,
      accept,
      propose,
      ...handOver('minorFemale'),
      family('RECEIVED'),
      ...close,
    ],
  },
  {
    title: 'questions',
    requestingCountry: 'CN',
    countryOfReturn: 'VN',
    scenes: [
      draft('VN', { ageBand: 'age-18-24', exploitation: ['forced-marriage'] }),
      ...send('vi'),
      returning('focal', 'returnForInformation', 'RETURNED', () => ({
        reason: 'incomplete',
        questions: ['nationality-document-held', 'language-spoken-best', 'adult-relatives-known'],
      })),
      requesting('liaison', 'answerQuestions', 'IN_PROGRESS', () => ({
        answers: [
          { question: 'nationality-document-held', yes: false },
          { question: 'language-spoken-best', code: 'vi' },
          { question: 'adult-relatives-known', count: 2 },
        ],
      })),
      verify,
      verify,
      family('IN_PROGRESS'),
      risk,
      accept,
      propose,
      ...handOver('adultFemale'),
      ...close,
    ],
  },
]
