import { plusDays } from '../days.ts'
import { closeStopped, planReintegration, proposeClosure, settleIn } from '../endings.ts'
import { anotherLimit, laoPost, lastYearsFigures, oneDayMore } from '../lookups.ts'
import { check, confirm, handOver, home, persons, propose, receive } from '../meetings.ts'
import { moves, refused, requesting, returning, type Story, story } from '../scene.ts'
import { accepted, acknowledge, ask, draft, send, submit, verify } from '../stretches.ts'

// What countries settle beside a case: a dispute (branch B12), a limit, who stands in for whom, which days are off.

const STEP = 'verify-nationality'

export const agreementStories: readonly Story[] = [
  story(
    'dispute',
    'MM',
    'TH',
    draft({ sex: 'male', sector: 'construction' }),
    ...send('th'),
    ...accepted(verify()),
    ...home('adultMale'),
    requesting('focal', 'openDispute', 'RECEIVED', () => ({ subject: 'timing' })),
    returning('focal', 'openDispute', 'RECEIVED', () => ({ subject: 'procedure' })),
    returning('focal', 'resolveDispute', 'RECEIVED', () => ({ outcome: 'agreed' })),
    planReintegration,
    proposeClosure('returned-and-settled', 'FOLLOW_UP'),
    refused('DISPUTE_OPEN', requesting('focal', 'closeCase', 'FOLLOW_UP')),
    returning('focal', 'recordCaseManagementMeeting', 'FOLLOW_UP', ({ day, id }) => ({
      with: 'MM',
      heldOn: day,
      agenda: [{ case: id(), decision: 'dispute-settled' }],
    })),
    requesting('focal', 'closeCase', 'CLOSED'),
    // Officers of data protection see no case: they name it by its reference.
    returning('privacy', 'requestErasure', 'CLOSED', ({ reference, day }) => ({ reference, requestedOn: day })),
  ),
  story(
    'limit',
    'LA',
    'KH',
    draft(),
    ...send('km'),
    requesting('focal', 'proposeLimit', 'IN_PROGRESS', async (now) => ({
      requestingCountry: 'LA',
      countryOfReturn: 'KH',
      step: STEP,
      of: 'STEP',
      count: await anotherLimit(now, STEP),
    })),
    returning('focal', 'confirmLimit', 'IN_PROGRESS'),
    requesting('focal', 'moveCase', 'IN_PROGRESS'),
    moves(STEP, returning('focal', 'moveCase', 'IN_PROGRESS')),
    ...accepted(verify()),
    ...home(),
    ...settleIn,
  ),
  story(
    'delegation',
    'LA',
    'CN',
    draft({ exploitation: ['forced-marriage'] }),
    ...send('zh'),
    ...accepted(verify()),
    propose,
    confirm,
    check,
    // Boten has nobody for three days; Xiengkok, the post towards Myanmar, stands in for it.
    requesting('admin', 'delegateRole', 'HANDOVER_AGREED', async (now) => ({
      role: 'POST',
      from: await laoPost(now, 'CN'),
      to: await laoPost(now, 'MM'),
      firstDay: now.day,
      lastDay: plusDays(now.day, 2),
    })),
    handOver(persons('adultFemale'), 'post-mm'),
    receive(persons('adultFemale')),
    ...settleIn,
  ),
  story(
    'holidays',
    'CN',
    'KH',
    draft({ sex: 'male', exploitation: ['forced-criminality'] }),
    ask('km'),
    ...submit,
    moves('acknowledge-request', returning('admin', 'setHolidays', 'SENT', oneDayMore)),
    returning('taskforce', 'importAggregates', 'SENT', (now) => lastYearsFigures(now, 'KH')),
    acknowledge,
    returning('focal', 'refuseReturn', 'STOPPED', () => ({ reason: 'no-record' })),
    ...closeStopped('refused'),
  ),
]
