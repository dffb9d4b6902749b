import type { Line } from '../play-branch.ts'
import { acknowledgedAndClosed, type Branch, beforeDeparture, closedByBoth, draft, draftOfChild } from './branch.ts'

/** B2: the person takes the consent back, at every step from the draft to the departure. */
export const consent: readonly Branch[] = [
  ...(['until recordConsent', 'until submitForReview', 'until IN_REVIEW'] as const).flatMap((stretch) =>
    [true, false].map((noNotice) => ({
      name: `B2: consent withdrawn ${stretch} ${noNotice ? 'without' : 'with'} notice: nobody else ever knew`,
      lines: [
        draft,
        [stretch],
        ['A liaison withdrawConsent', { noNotice }, 'STOPPED'],
        ['B focal acknowledgeWithdrawal', {}, 'STEP_NOT_OPEN'],
        ['B focal proposeClosure', {}, 'STEP_NOT_OPEN'],
        ['A focal closeCase', {}, 'CLOSED'],
      ] as readonly Line[],
    })),
  ),
  ...beforeDeparture.flatMap((stretch): Branch[] => [
    {
      name: `B2: consent withdrawn ${stretch}`,
      lines: [
        draft,
        [stretch],
        ['A liaison withdrawConsent', { noNotice: false }, 'STOPPED'],
        ['A focal closeCase', {}, 'STEP_NOT_OPEN'],
        ...acknowledgedAndClosed,
      ],
    },
    {
      name: `B2: consent withdrawn ${stretch}, without notice`,
      lines: [
        draftOfChild,
        [stretch],
        ['A guardian withdrawConsent', { noNotice: true }, 'STOPPED'],
        ['B focal acknowledgeWithdrawal', {}, 'STEP_NOT_OPEN'],
        ...closedByBoth,
      ],
    },
  ]),
  {
    name: 'consent refused before sending',
    lines: [
      draft,
      ['A liaison recordConsent', { share: 'refused' }, 'DRAFT'],
      ['A liaison submitForReview', {}, 'refused'],
      ['A liaison withdrawRequest', { reason: 'consent-not-given' }, 'STOPPED'],
      ['A focal closeCase', {}, 'CLOSED'],
    ],
  },
  {
    name: 'the wish to return not yet said, then refused, after sending',
    lines: [
      draft,
      ['A liaison recordConsent', { return: 'not-yet' }],
      ['until acceptReturn'],
      ['B focal acceptReturn', {}, 'RETURN_CONSENT_MISSING'],
      ['A liaison recordConsent', { return: 'refused' }, 'STOPPED'],
      ...closedByBoth,
    ],
  },
]
