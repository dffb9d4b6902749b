import type { Line } from '../play-branch.ts'
import { type Branch, draft, draftOfChild } from './branch.ts'

/** Cases that leave the straight way nowhere, or only for a rewritten draft, another office, a visit. */
export const straight: readonly Branch[] = [
  { name: 'the straight way of an adult', lines: [draft, ['until RECEIVED'], ['B post settleHandover'], ['home']] },
  { name: 'the straight way of a child', lines: [draftOfChild, ['home']] },
  {
    name: 'returned by the reviewer, rewritten, sent',
    lines: [
      draft,
      ['A liaison updateDraft', { sex: 'male' }],
      ['A liaison recordConsent'],
      ['A liaison submitForReview', {}, 'IN_REVIEW'],
      ['A supervisor reviewRequest', { noIdentifyingDetail: false }, 'ATTESTATION_MISSING'],
      ['A supervisor reviewRequest', { decision: 'RETURN' }, 'DRAFT'],
      ['A liaison updateDraft', { sex: 'female' }],
      ['home'],
    ],
  },
  {
    name: 'other offices are assigned',
    lines: [
      draft,
      ['A focal assignOffice'],
      ['until SENT'],
      ['B focal assignOffice'],
      ['B focal assignOffice', { office: 'secretariat' }, 'OFFICE_OF_ANOTHER_COUNTRY'],
      ['home'],
    ],
  },
  ...['not-traced', 'no-contact-wished'].map((result) => ({
    name: `family: ${result}`,
    lines: [draft, ['home', { recordFamilyTracing: { result } }]] as readonly Line[],
  })),
  {
    name: 'a case worker visits',
    lines: [
      draft,
      ['until IN_PROGRESS'],
      ['B welfare recordCaseWorkerVisit', { finding: 'well' }, 'IN_PROGRESS'],
      ['home'],
    ],
  },
  {
    name: 'the visit of every three months, until the handover',
    step: 'visit-in-shelter',
    lines: [
      draft,
      ['until IN_PROGRESS'],
      ['B welfare recordCaseWorkerVisit'],
      ['three months pass'],
      ['until recordCaseWorkerVisit'],
      ['B welfare recordCaseWorkerVisit'],
      ['until recordHandover'],
      ['until recordCaseWorkerVisit'],
      ['B welfare recordCaseWorkerVisit', {}, 'HANDOVER_AGREED'],
      ['until HANDED_OVER'],
      ['B welfare recordCaseWorkerVisit', {}, 'STEP_NOT_OPEN'],
      ['home'],
    ],
  },
]
