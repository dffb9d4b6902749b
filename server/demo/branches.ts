import { answer, ask, visits } from './scripts.ts'
import { turn } from './turn.ts'
import type { Way } from './way.ts'

const notConfirmed = turn(
  'return',
  'verifier',
  'recordVerification',
  { result: 'not-confirmed', reason: 'no-record' },
  6,
)
const refuse = turn('return', 'focal', 'refuseReturn', { reason: 'no-record' }, 5)
const withdrawConsent = (noNotice: boolean) =>
  turn('requesting', 'liaison', 'withdrawConsent', ({ day }) => ({ withdrawnOn: day, noNotice }), 2)
const hold = (reason: string) => turn('requesting', 'focal', 'placeOnHold', { reason }, 2)
const noShow = [
  turn('requesting', 'liaison', 'recordDepartureCheck', {}, 0),
  turn('requesting', 'post', 'reportNoShow', { what: 'person-absent' }, 0),
]
const dispute = (subject: string) => turn('requesting', 'focal', 'openDispute', { subject }, 2)
const link = ({ earlier }: { readonly earlier: string | null }) => ({ previousCaseId: earlier })
const fastTrack = { route: 'fast-track', leaves: ['reviewRequest', 'acknowledgeRequest'] } as const
const looked = [turn('requesting', 'supervisor', 'reviewRequest'), turn('return', 'focal', 'acknowledgeRequest')]
const unannounced = { route: 'unannounced', until: 'RECEIVED' } as const
const toldOf = [
  turn('return', 'welfare', 'recordConsent', {}, 2),
  turn('return', 'supervisor', 'reviewRequest'),
  turn('requesting', 'focal', 'acknowledgeRequest'),
]

const ON_LISTS = [
  'proposeHandover',
  'confirmHandover',
  'recordDepartureCheck',
  'recordHandover',
  'confirmReception',
] as const

/** Every way that leaves the straight one, after domain.md 7.B: where it leaves, and what happens there. */
export const branches = {
  'not-confirmed': { until: 'IN_PROGRESS', begins: [16, 20], turns: [notConfirmed] },
  'under-review': {
    until: 'IN_PROGRESS',
    begins: [18, 24],
    turns: [notConfirmed, turn('requesting', 'focal', 'requestReview', { ground: 'new-details' }, 2)],
  },
  'returned-twice': {
    until: 'IN_PROGRESS',
    begins: [14, 18],
    turns: [ask('incomplete', 3), answer, ask('unclear', 2, 3)],
  },
  'returned-thrice': {
    until: 'IN_PROGRESS',
    begins: [24, 26],
    turns: [
      ...[ask('incomplete', 2), answer, ask('unclear', 2, 2), answer, ask('contradictory', 2, 4), answer],
      turn('return', 'focal', 'recordFocalMeeting', ({ day }) => ({ heldOn: day, decision: 'go-on' }), 2),
    ],
  },
  refused: { until: 'IN_PROGRESS', begins: [12, 18], turns: [refuse] },
  'refused-closed': {
    until: 'IN_PROGRESS',
    begins: [24, 30],
    turns: [
      refuse,
      turn('return', 'focal', 'proposeClosure', { reason: 'refused' }),
      turn('requesting', 'focal', 'closeCase'),
    ],
  },
  'risk-found': { until: 'STOPPED', begins: [12, 20], enters: { recordRiskAssessment: { risk: 'high' } } },
  'child-not-returning': {
    until: 'STOPPED',
    begins: [22, 28],
    child: true,
    enters: { recordBestInterests: { outcome: 'not-return', childView: 'does-not-wish' } },
  },
  'consent-withdrawn': { until: 'ACCEPTED', begins: [20, 24], turns: [withdrawConsent(false)] },
  'withdrawal-acknowledged': {
    until: 'IN_PROGRESS',
    begins: [16, 20],
    turns: [withdrawConsent(false), turn('return', 'focal', 'acknowledgeWithdrawal')],
  },
  'withdrawn-without-notice': { until: 'IN_PROGRESS', begins: [12, 20], turns: [withdrawConsent(true)] },
  'withdrawn-before-sending': {
    until: 'IN_REVIEW',
    begins: [6, 10],
    turns: [turn('requesting', 'liaison', 'withdrawRequest', { reason: 'entered-in-error' })],
  },
  'person-left': {
    until: 'IN_PROGRESS',
    begins: [12, 20],
    turns: [turn('requesting', 'focal', 'withdrawRequest', { reason: 'person-left' }, 3)],
  },
  'grave-event': {
    until: 'ACCEPTED',
    begins: [22, 26],
    turns: [
      turn('requesting', 'liaison', 'reportDeathOrIllness', ({ day }) => ({
        event: 'serious-illness',
        happenedOn: day,
        nationalChannelInformed: true,
      })),
    ],
  },
  'consent-refused': {
    until: 'DRAFT',
    begins: [4, 8],
    turns: [turn('requesting', 'liaison', 'recordConsent', { share: 'refused', return: 'refused' })],
    leaves: ['recordConsent'],
  },
  'identification-pending': {
    until: 'SENT',
    begins: [4, 5],
    profile: { identification: 'presumed' },
    leaves: ['recordIdentification'],
  },
  'held-before-identified': {
    until: 'SENT',
    begins: [4, 5],
    profile: { identification: 'presumed' },
    leaves: ['recordIdentification'],
    turns: [{ ...hold('medical'), days: 0 }, turn('requesting', 'focal', 'resumeCase')],
  },
  'held-unidentified': {
    until: 'SENT',
    begins: [4, 5],
    profile: { identification: 'presumed' },
    leaves: ['recordIdentification'],
    turns: [{ ...hold('medical'), days: 0 }],
  },
  'no-show': { until: 'HANDOVER_AGREED', begins: [34, 40], meets: [-3, -2], turns: noShow },
  'another-day': {
    until: 'HANDOVER_AGREED',
    begins: [38, 44],
    meets: [-8, -6],
    turns: [
      ...noShow,
      turn('requesting', 'liaison', 'rescheduleHandover'),
      turn('return', 'focal', 'confirmHandover', {}, 2),
    ],
  },
  counterproposal: {
    until: 'ACCEPTED',
    begins: [22, 26],
    turns: [turn('requesting', 'liaison', 'proposeHandover'), turn('return', 'focal', 'counterproposeHandover')],
  },
  'on-hold': { until: 'IN_PROGRESS', begins: [12, 20], turns: [hold('legal')] },
  'on-hold-in-return': {
    until: 'ACCEPTED',
    begins: [39, 40],
    turns: [turn('return', 'focal', 'placeOnHold', { reason: 'document-pending' })],
  },
  'hold-reviewed': {
    until: 'IN_PROGRESS',
    begins: [44, 48],
    turns: [hold('legal'), turn('requesting', 'focal', 'reviewHold', { goesOn: true }, 28)],
  },
  'hold-lifted': {
    until: 'IN_PROGRESS',
    begins: [18, 22],
    turns: [hold('medical'), turn('requesting', 'focal', 'resumeCase', {}, 6)],
  },
  'list-agreed': { until: 'HANDOVER_AGREED', begins: [34, 36], meets: [2, 4], alongside: 2 },
  'partly-received': { until: 'RECEIVED', begins: [40, 42], meets: [-4, -4], alongside: 3 },
  // The one that stands for the list acts for all on it.
  'on-a-list': { until: 'RECEIVED', begins: [42, 44], leaves: ON_LISTS },
  'in-transit-centre': {
    until: 'RECEIVED',
    begins: [38, 42],
    meets: [-5, -4],
    enters: { acceptReturn: { receptionPlace: 'transit-centre' } },
    turns: [turn('return', 'welfare', 'recordTransitStay', ({ day }) => ({ arrivedOn: day, leftOn: null }))],
  },
  'forwarded-draft': {
    until: 'IN_PROGRESS',
    begins: [9, 10],
    turns: [turn('return', 'focal', 'forwardRequest', ({ third }) => ({ to: third, reason: 'other-nationality' }), 3)],
  },
  'forwarded-sent': {
    until: 'IN_PROGRESS',
    begins: [14, 16],
    turns: [turn('return', 'focal', 'forwardRequest', ({ third }) => ({ to: third, reason: 'other-nationality' }), 3)],
    goesOnTo: 'SENT',
  },
  'dispute-timing': { until: 'IN_PROGRESS', begins: [18, 20], turns: [dispute('timing')] },
  'dispute-counts': { until: 'RECEIVED', begins: [44, 48], meets: [-10, -8], turns: [dispute('counts')] },
  linked: {
    until: 'IN_PROGRESS',
    isSecond: true,
    begins: [12, 14],
    turns: [turn('requesting', 'focal', 'linkPreviousCase', link), turn('return', 'focal', 'linkPreviousCase', link)],
  },
  'link-proposed': {
    until: 'IN_PROGRESS',
    isSecond: true,
    begins: [12, 14],
    turns: [turn('return', 'focal', 'linkPreviousCase', link)],
  },
  moved: {
    until: 'IN_PROGRESS',
    begins: [26, 27],
    turns: [turn('requesting', 'focal', 'moveCase', {}, 6), turn('return', 'focal', 'moveCase')],
  },
  'fast-track-on-the-way': { ...fastTrack, until: 'HANDED_OVER', begins: [1, 1] },
  'fast-track': { ...fastTrack, until: 'RECEIVED', begins: [3, 9], turns: looked },
  'fast-track-child': { ...fastTrack, until: 'RECEIVED', begins: [4, 4], child: true, turns: looked },
  'fast-track-follow-up': { ...fastTrack, until: 'RECEIVED', begins: [34, 40], turns: [...looked, ...visits] },
  'unannounced-told-nobody': { ...unannounced, begins: [2, 5] },
  unannounced: { ...unannounced, begins: [8, 14], turns: toldOf },
  'unannounced-child': { ...unannounced, begins: [6, 6], child: true, turns: toldOf },
  'unannounced-follow-up': { ...unannounced, begins: [36, 44], turns: [...toldOf, ...visits] },
} as const satisfies Readonly<Record<string, Way>>

export type BranchName = keyof typeof branches
