import { type Branch, draft, draftOfChild } from './branch.ts'

/** Visits, stays and closures after reception. */
export const afterwards: readonly Branch[] = [
  {
    name: 'follow-up refused',
    lines: [
      draft,
      ['A liaison recordConsent', { followUp: 'refused' }],
      ['until RECEIVED'],
      ['B welfare recordFollowUp', {}, 'FOLLOW_UP_REFUSED'],
      ['home'],
    ],
  },
  ...['contact-lost', 'declined'].map(
    (outcome): Branch => ({
      name: `follow-up: ${outcome} ends the visits`,
      lines: [
        draftOfChild,
        ['until RECEIVED'],
        ['B welfare recordFollowUp', { outcome: 'stable' }, 'FOLLOW_UP'],
        ['B welfare recordFollowUp', { outcome }, 'FOLLOW_UP'],
        ['B focal sendFeedback', { outcome }],
        ['B focal sendFeedback', { outcome }],
        ['B welfare planReintegration'],
        ['home'],
      ],
    }),
  ),
  {
    name: 'an early closure, declined, then agreed',
    lines: [
      draft,
      ['until FOLLOW_UP'],
      ['B focal proposeClosure', { reason: 'follow-up-ended' }, 'FOLLOW_UP'],
      ['B focal proposeClosure', {}, 'STEP_NOT_OPEN'],
      ['A focal closeCase', { agree: 'NO' }, 'FOLLOW_UP'],
      ['B welfare recordFollowUp', {}, 'FOLLOW_UP'],
      ['B focal proposeClosure', { reason: 'moved-on' }, 'FOLLOW_UP'],
      ['A focal closeCase', { agree: 'YES' }, 'CLOSED'],
    ],
  },
  {
    name: 'a stay in a transit centre',
    lines: [
      draft,
      ['until acceptReturn'],
      ['B focal acceptReturn', { receptionPlace: 'transit-centre' }, 'ACCEPTED'],
      ['until RECEIVED'],
      ['B welfare recordTransitStay', { leftOn: null }, 'RECEIVED'],
      ['B welfare recordTransitStay', { leftOn: '2026-01-01' }, 'DAYS_OUT_OF_ORDER'],
      ['B welfare planReintegration', {}, 'STEP_NOT_OPEN'],
      ['B welfare recordTransitStay', {}, 'FOLLOW_UP'],
      ['home'],
    ],
  },
]
