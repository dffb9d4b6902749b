import { acknowledgedAndClosed, type Branch, draft } from './branch.ts'

/** B12: the countries see something differently; only the closure waits for it. */
export const disputes: readonly Branch[] = [
  {
    name: 'B12: a dispute settled by who opened it',
    lines: [
      draft,
      ['until FOLLOW_UP'],
      ['A focal openDispute', { subject: 'timing' }, 'FOLLOW_UP'],
      ['until closeCase'],
      ['A focal closeCase', {}, 'DISPUTE_OPEN'],
      ['B focal resolveDispute', {}, 'NO_OPEN_DISPUTE'],
      ['A focal resolveDispute', { outcome: 'agreed' }],
      ['home'],
    ],
  },
  {
    name: 'B12: a dispute settled at a case management meeting',
    lines: [
      draft,
      ['until SENT'],
      ['B focal openDispute', { subject: 'counts' }],
      ['until closeCase'],
      ['A focal closeCase', {}, 'DISPUTE_OPEN'],
      ['A focal recordCaseManagementMeeting', { agenda: [{ caseId: '#1', decision: 'next-meeting' }] }],
      ['A focal closeCase', {}, 'DISPUTE_OPEN'],
      ['B focal recordCaseManagementMeeting', { agenda: [{ caseId: '#1', decision: 'dispute-settled' }] }],
      ['home'],
    ],
  },
  {
    name: 'B12: a refusal disputed',
    lines: [
      draft,
      ['until recordVerification'],
      ['B focal refuseReturn', {}, 'STOPPED'],
      ['A focal openDispute', { subject: 'responsibility' }],
      ['B focal proposeClosure'],
      ['A focal closeCase', {}, 'DISPUTE_OPEN'],
      ['A focal resolveDispute', { outcome: 'withdrawn' }],
      ['A focal closeCase', {}, 'CLOSED'],
    ],
  },
  {
    name: 'B12: a dispute ends with the consent',
    lines: [
      draft,
      ['until SENT'],
      ['A focal openDispute'],
      ['A liaison withdrawConsent', {}, 'STOPPED'],
      ...acknowledgedAndClosed,
    ],
  },
]
