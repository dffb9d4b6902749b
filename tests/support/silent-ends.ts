import type { Officer } from './step-by-step.ts'
import { consent } from './way-home.ts'
import { fit, girlsConsent, noRisk, toFamily } from './way-over-http.ts'

/** What one side does, one act after the other at one moment; the last of it ends the case without a word. */
export type End = readonly (readonly [Officer, string, object])[]
type Ends = Readonly<Record<string, End>>

const day = '2026-03-02'
const grave = { event: 'death', happenedOn: day, nationalChannelInformed: true }
const screening = { checklist: 'asean-commit-2016', dimensions: [], decidedIn: 'TH', decidedOn: day }
const anew = { ...consent, ...girlsConsent }
const [liaison, focal, guardian]: readonly Officer[] = [
  ['TH', 'liaison'],
  ['TH', 'focal'],
  ['TH', 'guardian'],
] as const satisfies readonly Officer[]

const withdrawal = [liaison, 'withdrawConsent', { withdrawnOn: day, noNotice: true }] as const
const risk = [focal, 'recordRiskAssessment', { ...noRisk, risk: 'high' }] as const
const death = [focal, 'reportDeathOrIllness', grave] as const
const illness = [liaison, 'reportDeathOrIllness', { ...grave, event: 'serious-illness' }] as const
// By another body than the one that presumed it: that is not told either.
const otherBody = { ...screening, result: 'not-a-victim', decidingBody: 'court-or-prosecution' }
const notReturn = [guardian, 'recordBestInterests', { ...toFamily, outcome: 'not-return' }] as const

/** At any time between sending and handover. */
const always: Ends = {
  'consent withdrawn, no notice wished': [withdrawal],
  'a death': [death],
  'not a victim': [[focal, 'recordIdentification', otherBody]],
}
const untilAccepted: Ends = {
  'return refused, asked anew': [[liaison, 'recordConsent', { ...anew, return: 'refused' }]],
}
const onceTraced: Ends = {
  'a high risk': [risk],
  'a concern of refoulement': [[['TH', 'welfare'], 'recordRiskAssessment', { ...noRisk, refoulementConcern: true }]],
}
const check = (answer: object) => [liaison, 'recordDepartureCheck', { ...fit, ...answer }] as const

/**
 * How a case can end after each stretch of the way. A child's decision comes after the assessment of risk: there the
 * twins share that assessment, and a risk found is one found later.
 */
export const silentEnds: readonly (readonly [string, Ends])[] = [
  ['sent', { ...always, ...untilAccepted, 'an illness': [illness] }],
  [
    'acknowledged',
    {
      ...always,
      ...untilAccepted,
      'a death, after consent was asked anew': [[liaison, 'recordConsent', { ...anew, followUp: 'refused' }], death],
    },
  ],
  [
    'verified',
    {
      ...always,
      ...untilAccepted,
      ...onceTraced,
      'a child not to return, all at once': [[focal, 'recordRiskAssessment', noRisk], notReturn],
    },
  ],
  [
    'risk assessed',
    {
      ...always,
      ...untilAccepted,
      ...onceTraced,
      'a child not to return': [notReturn],
      'a child not to return, put off first': [
        [guardian, 'recordBestInterests', { ...toFamily, outcome: 'defer' }],
        notReturn,
      ],
    },
  ],
  ['accepted', { ...always, ...onceTraced }],
  ['handover agreed', { ...always, ...onceTraced }],
  ['checked', { ...always, ...onceTraced }],
  // What stood in the way at the check is the reason, and no more told than the reason itself.
  [
    'the day has come',
    {
      'no wish to travel any more': [check({ consentReconfirmed: false }), withdrawal],
      'a risk on the way': [check({ safeToTravel: false }), risk],
      'not fit to travel': [check({ fitToTravel: false }), illness],
    },
  ],
]
