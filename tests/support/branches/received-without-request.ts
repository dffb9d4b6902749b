import type { Line } from '../play-branch.ts'
import type { Branch } from './branch.ts'

const received: Line = ['B welfare recordReceptionWithoutRequest', {}, 'RECEIVED']

/** B7: a person is received whom nobody announced. */
export const unannounced: readonly Branch[] = [
  {
    name: 'B7: received without a request, told to the other country',
    lines: [
      received,
      ['A focal acknowledgeRequest', {}, 'STEP_NOT_OPEN'],
      ['B welfare recordConsent'],
      ['B supervisor reviewRequest'],
      ['A focal acknowledgeRequest', {}, 'RECEIVED'],
      ['until FOLLOW_UP'],
      ['B focal proposeClosure', {}],
      ['A focal closeCase', { agree: 'NO' }, 'FOLLOW_UP'],
      ['home'],
    ],
  },
  {
    name: 'B7: a child in a transit centre, received by a post',
    lines: [
      ['B post recordReceptionWithoutRequest', { ageBand: 'age-15-17', receptionPlace: 'transit-centre' }],
      ['home'],
    ],
  },
  {
    name: 'B7: a child whose guardian does not agree that the other country hears of it',
    lines: [
      ['B welfare recordReceptionWithoutRequest', { ageBand: 'age-15-17' }],
      ['B welfare recordConsent', { guardian: 'refused' }],
      ['B supervisor reviewRequest', {}, 'GUARDIAN_CONSENT_MISSING'],
      ['B focal closeCase', {}, 'STEP_NOT_OPEN'],
      ['until closeCase'],
      ['A focal closeCase', {}, 'NOT_YOUR_SIDE'],
      ['B focal closeCase', {}, 'CLOSED'],
    ],
  },
  {
    name: 'B7: not a victim, before the other country knew',
    lines: [
      ['B focal recordReceptionWithoutRequest', { identification: 'presumed' }],
      ['B welfare recordIdentification', { result: 'not-a-victim' }, 'STOPPED'],
      ['A focal closeCase', {}, 'NOT_YOUR_SIDE'],
      ['B focal closeCase', {}, 'CLOSED'],
    ],
  },
  {
    name: 'B7: not a victim, after the other country was told',
    lines: [
      ['B welfare recordReceptionWithoutRequest', { identification: 'presumed' }],
      ['B welfare recordConsent'],
      ['B supervisor reviewRequest'],
      ['B welfare recordIdentification', { result: 'not-a-victim' }, 'STOPPED'],
      ['home'],
    ],
  },
  {
    name: 'B7, B12: a dispute about it, settled at a meeting',
    lines: [
      received,
      ['until acknowledgeRequest'],
      ['A focal openDispute', { subject: 'responsibility' }],
      ['until closeCase'],
      ['A focal closeCase', {}, 'DISPUTE_OPEN'],
      ['B focal recordFocalMeeting', { decision: 'dispute-settled' }],
      ['home'],
    ],
  },
  { name: 'B7, B11: illness', lines: [received, ['B welfare reportDeathOrIllness', {}, 'STOPPED'], ['home']] },
]
