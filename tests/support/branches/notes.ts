import { type Branch, draft } from './branch.ts'

const note = { note: { text: 'The clinic sees her on Monday.' } }
const approve = { decision: 'APPROVE', noIdentifyingDetail: true }

/** Free text crosses only after a second officer of its own side has read it. */
export const notes: readonly Branch[] = [
  {
    name: 'notes of both sides, approved by a second officer of each',
    lines: [
      ['A liaison draftRequest', note, 'DRAFT'],
      ['until IN_PROGRESS'],
      ['A supervisor reviewNote', approve, 'STEP_NOT_OPEN'],
      ['B focal placeOnHold', { reason: 'legal', ...note }, 'IN_PROGRESS'],
      ['B focal reviewNote', approve, 'ANOTHER_OFFICER_NEEDED'],
      ['A focal reviewNote', approve, 'STEP_NOT_OPEN'],
      ['B supervisor reviewNote', { decision: 'APPROVE', noIdentifyingDetail: false }, 'ATTESTATION_MISSING'],
      ['B supervisor reviewNote', approve, 'IN_PROGRESS'],
      ['A focal openDispute', { subject: 'timing', ...note }, 'IN_PROGRESS'],
      ['A supervisor reviewNote', approve],
      ['B focal resumeCase'],
      ['A focal resolveDispute'],
      ['home'],
    ],
  },
  {
    name: 'a note that identifies is refused; one that is returned stays at home',
    lines: [
      draft,
      ['A liaison updateDraft', { note: { text: 'Her mother Sok Dara, 012 345 678' } }, 'refused'],
      ['A liaison updateDraft', note, 'DRAFT'],
      ['until IN_PROGRESS'],
      ['B focal returnForInformation', { reason: 'incomplete', ...note }, 'RETURNED'],
      ['B supervisor reviewNote', { decision: 'RETURN', noIdentifyingDetail: false }, 'RETURNED'],
      ['B supervisor reviewNote', approve, 'STEP_NOT_OPEN'],
      ['A liaison answerQuestions', note, 'IN_PROGRESS'],
      ['home'],
    ],
  },
]
