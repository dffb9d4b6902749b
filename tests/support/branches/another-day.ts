import type { Line } from '../play-branch.ts'
import { type Branch, draft } from './branch.ts'

const anotherDay: readonly Line[] = [
  ['until HANDOVER_AGREED'],
  ['A post reportNoShow', {}, 'NOT_POSSIBLE_NOW'],
  ['the meeting passes'],
  ['A post reportNoShow', { what: 'person-absent' }],
]

/** B5: nobody came, or another day is named. */
export const meeting: readonly Branch[] = [
  {
    name: 'B5: nobody came, twice another day, a third needs a meeting',
    lines: [
      draft,
      ...anotherDay,
      ['A liaison rescheduleHandover', {}, 'ACCEPTED'],
      ...anotherDay,
      ['A liaison rescheduleHandover', {}, 'ACCEPTED'],
      ['until HANDOVER_AGREED'],
      ['the meeting passes'],
      ['B post reportNoShow', { what: 'escort-absent' }],
      ['A liaison rescheduleHandover', {}, 'RESCHEDULES_USED'],
      ['B focal recordFocalMeeting', { decision: 'another-day' }],
      ['A liaison rescheduleHandover', {}, 'ACCEPTED'],
      ['home'],
    ],
  },
  {
    name: 'another day is proposed in answer, and agreed',
    lines: [
      draft,
      ['until confirmHandover'],
      ['B focal counterproposeHandover', {}, 'ACCEPTED'],
      ['B focal confirmHandover', {}, 'NOT_YOUR_SIDE'],
      ['A liaison confirmHandover', {}, 'HANDOVER_AGREED'],
      ['home'],
    ],
  },
  {
    name: 'another day is proposed in answer, and answered with another',
    lines: [
      draft,
      ['until confirmHandover'],
      ['B focal counterproposeHandover', {}, 'ACCEPTED'],
      ['A liaison rescheduleHandover', {}, 'ACCEPTED'],
      ['B focal confirmHandover', {}, 'HANDOVER_AGREED'],
      ['home'],
    ],
  },
  {
    name: 'the check before departure says no, then yes',
    lines: [
      draft,
      ['until HANDOVER_AGREED'],
      ['A liaison recordDepartureCheck', {}, 'CHECK_TOO_EARLY'],
      ['the eve of the meeting'],
      ['A liaison recordDepartureCheck', { fitToTravel: false }, 'HANDOVER_AGREED'],
      ['A post recordHandover', {}, 'STEP_NOT_OPEN'],
      ['home'],
    ],
  },
]
