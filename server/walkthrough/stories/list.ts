import { closeStopped, settleIn } from '../endings.ts'
import { check, confirm, handOver, persons, proposeFor, receive } from '../meetings.ts'
import { after, type Entered, inCase, refused, returning, type Scene, type Story, story } from '../scene.ts'
import { accepted, draft, send, verify } from '../stretches.ts'

// One list of several cases (branch B13): two persons are handed over and not received.

const begin = (name: string, more: Entered): readonly Scene[] =>
  inCase(name, draft(more), ...send('my'), ...accepted(verify()))

const settleList = returning('focal', 'settleHandover', 'RECEIVED')
const all = persons('adultFemale', 'adultMale', 'adultMale')

export const listStories: readonly Story[] = [
  story(
    'list',
    'TH',
    'MM',
    ...begin('one', { sector: 'fishing' }),
    ...begin('two', { sex: 'male', sector: 'fishing' }),
    returning('welfare', 'recordCaseWorkerVisit', 'ACCEPTED', ({ day }) => ({ visitedOn: day, finding: 'well' })),
    ...begin('three', { sex: 'male', sector: 'construction' }),
    proposeFor('one', 'two', 'three'),
    confirm,
    check,
    ...inCase('two', check),
    ...inCase('three', check),
    handOver(all),
    receive(persons('adultFemale'), ['two', 'three']),
    // A day later one of the two arrives after all; the other decided not to travel.
    ...inCase('two', after(1, receive(persons('adultMale'), ['three']))),
    refused('INCIDENTS_OPEN', settleList),
    ...inCase(
      'three',
      returning('focal', 'settleIncident', 'STOPPED', () => ({ outcome: 'decided-not-to-travel' })),
    ),
    settleList,
    ...settleIn,
    ...inCase('two', ...settleIn),
    ...inCase('three', ...closeStopped('not-proceeding')),
  ),
]
