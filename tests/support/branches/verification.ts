import { type Branch, closedByBoth, draft } from './branch.ts'

const unsettled = (result: string) => ({ recordVerification: { result, reason: 'no-record' } })

/** B1: the nationality is not confirmed, and looked at once more. */
export const verification: readonly Branch[] = [
  {
    name: 'B1: not confirmed, reviewed, confirmed',
    lines: [
      draft,
      ['until acceptReturn', unsettled('not-confirmed')],
      ['B focal acceptReturn', {}, 'NATIONALITY_NOT_CONFIRMED'],
      ['A focal requestReview', { ground: 'new-details' }, 'IN_PROGRESS'],
      ['home'],
    ],
  },
  {
    name: 'B1: inconclusive, reviewed, still not, refused',
    lines: [
      draft,
      ['until acceptReturn', unsettled('inconclusive')],
      ['A focal requestReview', { ground: 'check-again' }, 'IN_PROGRESS'],
      ['until acceptReturn', unsettled('not-confirmed')],
      ['A focal requestReview', {}, 'REVIEW_USED'],
      ['B focal refuseReturn', { reason: 'no-record' }, 'STOPPED'],
      ['A focal requestReview', {}, 'REVIEW_USED'],
      ...closedByBoth,
    ],
  },
  {
    name: 'B1: refused, closure proposed, reviewed, accepted',
    lines: [
      draft,
      ['until recordVerification'],
      ['A focal requestReview', {}, 'NOTHING_TO_REVIEW'],
      ['B focal refuseReturn', { reason: 'insufficient-information' }, 'STOPPED'],
      ['B focal proposeClosure', { reason: 'refused' }],
      ['A focal requestReview', { ground: 'new-document' }, 'IN_PROGRESS'],
      ['until ACCEPTED'],
      ['home'],
    ],
  },
]
