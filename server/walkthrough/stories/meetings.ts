import { plusHours } from '../days.ts'
import { settleIn } from '../endings.ts'
import { officeOf } from '../lookups.ts'
import { check, confirm, handOver, home, persons, propose, receive, travel } from '../meetings.ts'
import { after, refused, requesting, returning, type Story, story } from '../scene.ts'
import { accepted, draft, send, verify } from '../stretches.ts'

// Handovers that do not go as first proposed (branch B5, counterproposals, holds).

export const meetingStories: readonly Story[] = [
  story(
    'noShow',
    'KH',
    'TH',
    draft({ sex: 'male', sector: 'agriculture' }),
    ...send('th'),
    // The demo has no account there: the focal agency records what the Immigration Bureau found.
    returning('focal', 'assignOffice', 'IN_PROGRESS', async (now) => ({
      role: 'VERIFIER',
      office: await officeOf(now, 'th-immigration'),
    })),
    ...accepted({ ...verify(), role: 'focal' }),
    propose,
    confirm,
    check,
    requesting('post', 'reportNoShow', 'HANDOVER_AGREED', () => ({ what: 'person-absent' })),
    requesting('liaison', 'rescheduleHandover', 'ACCEPTED'),
    ...travel('adultMale'),
    ...settleIn,
  ),
  // Two airport posts: China and Thailand have no common border.
  story(
    'counterproposal',
    'CN',
    'TH',
    draft({ exploitation: ['sexual-exploitation'] }),
    ...send('th'),
    ...accepted(verify()),
    propose,
    returning('focal', 'counterproposeHandover', 'ACCEPTED', ({ meeting }) => ({
      crossing: meeting?.crossing?.id,
      at: meeting && plusHours(meeting.at, 4),
    })),
    requesting('liaison', 'confirmHandover', 'HANDOVER_AGREED'),
    check,
    handOver(persons('adultFemale')),
    receive(persons('adultFemale')),
    ...settleIn,
  ),
  story(
    'hold',
    'VN',
    'TH',
    draft({ sex: 'male', exploitation: ['forced-criminality'] }),
    ...send('th'),
    ...accepted(verify()),
    requesting('focal', 'placeOnHold', 'ACCEPTED', () => ({ reason: 'legal' })),
    refused('ON_HOLD', propose),
    after(
      30,
      requesting('focal', 'reviewHold', 'ACCEPTED', () => ({ goesOn: true })),
    ),
    after(20, requesting('focal', 'resumeCase', 'ACCEPTED')),
    ...home('adultMale'),
    ...settleIn,
  ),
]
