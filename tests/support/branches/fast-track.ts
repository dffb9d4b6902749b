import { acknowledgedAndClosed, type Branch, closedByBoth } from './branch.ts'

/** B8: a person goes back on the day of the interception. */
export const fastTrack: readonly Branch[] = [
  {
    name: 'B8: the same day, an adult',
    lines: [['A liaison openFastTrack', {}, 'HANDOVER_AGREED'], ['until RECEIVED'], ['home']],
  },
  {
    name: 'B8: a child, best interests decided afterwards by the country of return',
    lines: [
      ['A post openFastTrack', { ageBand: 'under-12' }, 'HANDOVER_AGREED'],
      ['until RECEIVED'],
      ['B focal proposeClosure'],
      ['A focal closeCase', { agree: 'NO' }],
      ['B guardian recordBestInterests', { outcome: 'not-return' }, 'RECEIVED'],
      ['home'],
    ],
  },
  {
    name: 'B8: consent refused, or another day: never opened; not a victim after all',
    lines: [
      ['A focal openFastTrack', { identification: 'presumed' }, 'HANDOVER_AGREED'],
      ['A focal openFastTrack', { share: 'refused' }, 'CONSENT_REFUSED'],
      ['A focal openFastTrack', { at: '2026-03-09T03:00:00Z' }, 'NOT_THE_SAME_DAY'],
      ['A liaison recordIdentification', { result: 'not-a-victim' }, 'STOPPED'],
      ...closedByBoth,
    ],
  },
  {
    name: 'B8: consent withdrawn before the handover',
    lines: [
      ['A liaison openFastTrack'],
      ['A liaison withdrawConsent', { noNotice: false }, 'STOPPED'],
      ...acknowledgedAndClosed,
    ],
  },
]
