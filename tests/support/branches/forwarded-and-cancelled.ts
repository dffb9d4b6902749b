import { acknowledgedAndClosed, type Branch, beforeDeparture, closedByBoth, draft } from './branch.ts'

/** B9 to B11: another country is competent, the request is withdrawn, or a death or an illness ends the case. */
export const elsewhere: readonly Branch[] = [
  {
    name: 'B9: forwarded, consented anew, home by the way of the third country',
    lines: [
      draft,
      ['until IN_PROGRESS'],
      ['B focal returnForInformation', { reason: 'wrong-recipient' }, 'RETURNED'],
      ['A focal placeOnHold'],
      ['B focal forwardRequest', { to: 'A' }, 'FORWARD_SAME_COUNTRY'],
      ['B focal forwardRequest', { to: 'C', reason: 'other-nationality' }, 'DRAFT'],
      ['A liaison submitForReview', {}, 'STEP_NOT_OPEN'],
      ['A liaison recordConsent', {}, 'DRAFT'],
      ['until SENT'],
      ['B focal acknowledgeRequest', {}, 'NOT_YOUR_SIDE'],
      ['C focal acknowledgeRequest', {}, 'IN_PROGRESS'],
      ['home'],
    ],
  },
  {
    name: 'B9: forwarded, and the person does not agree',
    lines: [
      draft,
      ['until acceptReturn'],
      ['B focal forwardRequest', { to: 'C' }, 'DRAFT'],
      ['A liaison recordConsent', { share: 'refused' }, 'DRAFT'],
      ['A liaison submitForReview', {}, 'refused'],
      ['A liaison withdrawConsent', {}, 'STOPPED'],
      ['A focal closeCase', {}, 'CLOSED'],
    ],
  },
  {
    name: 'B10: the request withdrawn before sending',
    lines: [
      draft,
      ['A liaison withdrawRequest', { reason: 'duplicate' }, 'STOPPED'],
      ['A focal closeCase', {}, 'CLOSED'],
    ],
  },
  ...beforeDeparture.map(
    (stretch): Branch => ({
      name: `B10: the request withdrawn ${stretch}`,
      lines: [
        draft,
        [stretch],
        ['A focal withdrawRequest', { reason: 'person-left' }, 'STOPPED'],
        ...acknowledgedAndClosed,
      ],
    }),
  ),
  ...(['until ACCEPTED', 'until HANDED_OVER'] as const).map(
    (stretch): Branch => ({
      name: `B11: death ${stretch}, before reception`,
      lines: [draft, [stretch], ['A liaison reportDeathOrIllness', { event: 'death' }, 'STOPPED'], ...closedByBoth],
    }),
  ),
  {
    name: 'B11: serious illness after reception',
    lines: [
      draft,
      ['until FOLLOW_UP'],
      ['A liaison reportDeathOrIllness', {}, 'NOT_YOUR_SIDE'],
      ['B welfare reportDeathOrIllness', { event: 'serious-illness' }, 'STOPPED'],
      ...closedByBoth,
    ],
  },
]
