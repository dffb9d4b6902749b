import type { Line } from '../play-branch.ts'
import { acknowledgedAndClosed, type Branch, draft } from './branch.ts'

const round: readonly Line[] = [
  ['B focal returnForInformation', { reason: 'incomplete' }, 'RETURNED'],
  ['B focal returnForInformation', {}, 'NOT_POSSIBLE_NOW'],
  ['A liaison answerQuestions', { answers: [] }, 'QUESTION_UNANSWERED'],
  ['A liaison answerQuestions', {}, 'IN_PROGRESS'],
]

/** B4 and holds: the case waits for answers, or for the word of one country. */
export const waiting: readonly Branch[] = [
  {
    name: 'B4: three rounds of questions, a meeting, a fourth',
    lines: [
      draft,
      ['until IN_PROGRESS'],
      ...round,
      ...round,
      ...round,
      ['B focal returnForInformation', {}, 'ROUNDS_USED'],
      ['A focal recordFocalMeeting', { decision: 'more-questions' }],
      ...round,
      ['home'],
    ],
  },
  {
    name: 'a hold: reviewed, goes on, lifted by who placed it',
    lines: [
      draft,
      ['until ACCEPTED'],
      ['B focal placeOnHold', { reason: 'legal' }, 'ACCEPTED'],
      ['A focal placeOnHold', {}, 'ON_HOLD'],
      ['A liaison proposeHandover', {}, 'ON_HOLD'],
      ['A focal resumeCase', {}, 'NOT_YOUR_SIDE'],
      ['A focal reviewHold', { goesOn: true }],
      ['B focal resumeCase'],
      ['home'],
    ],
  },
  {
    name: 'a hold: lifted at its review, after the handover was agreed',
    lines: [
      draft,
      ['until HANDOVER_AGREED'],
      ['the eve of the meeting'],
      ['A focal placeOnHold', { reason: 'medical' }, 'HANDOVER_AGREED'],
      ['A liaison recordDepartureCheck', {}, 'ON_HOLD'],
      ['A focal reviewHold', { goesOn: false }],
      ['home'],
    ],
  },
  {
    name: 'a hold, a round open, and the consent withdrawn',
    lines: [
      draft,
      ['until IN_PROGRESS'],
      ['B focal returnForInformation', {}, 'RETURNED'],
      ['B focal placeOnHold'],
      ['A liaison withdrawConsent', {}, 'STOPPED'],
      ...acknowledgedAndClosed,
    ],
  },
]
