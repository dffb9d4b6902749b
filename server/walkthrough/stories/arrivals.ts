import { plusDays, plusHours } from '../days.ts'
import { settleIn } from '../endings.ts'
import { crossingOf } from '../lookups.ts'
import { check, handOver, home, persons, receive } from '../meetings.ts'
import { after, type Entered, inCase, requesting, returning, type Scene, type Story, story } from '../scene.ts'
import { accepted, approval, consent, draft, ofChild, profile, send, verify } from '../stretches.ts'

// Persons who come without a request, on the same day, or for a second time (branches B6, B7, B8).

const identified = (decidedIn: string, day: string): Entered => ({
  checklist: 'gms-guidelines-2007',
  dimensions: ['deceptive-recruitment'],
  result: 'identified',
  decidingBody: 'police',
  decidedIn,
  decidedOn: day,
})

const girl = { ...profile, ageBand: 'age-12-14', exploitation: ['forced-begging'], identification: 'presumed' }

const link = (one: typeof requesting): Scene =>
  one('focal', 'linkPreviousCase', 'IN_PROGRESS', ({ id }) => ({ previousCaseId: id('before') }))
const there = [draft({ sector: 'manufacturing' }), ...send('lo')]

export const arrivalStories: readonly Story[] = [
  story(
    'previousCase',
    'VN',
    'LA',
    ...inCase('before', ...there, ...accepted(verify()), ...home(), ...settleIn),
    after(60, there[0] as Scene),
    ...there.slice(1),
    link(returning),
    link(requesting),
    ...accepted(verify()),
    ...home(),
    ...settleIn,
  ),
  story(
    'unannounced',
    'VN',
    'KH',
    returning('post', 'recordReceptionWithoutRequest', 'RECEIVED', ({ requestingCountry, day }) => ({
      requestingCountry,
      receivedOn: day,
      receptionPlace: 'transit-centre',
      ...profile,
      identification: 'presumed',
    })),
    returning('welfare', 'recordIdentification', 'RECEIVED', ({ day }) => identified('KH', day)),
    returning('welfare', 'recordConsent', 'RECEIVED', ({ day }) => ({ ...consent, language: 'km', givenOn: day })),
    returning('supervisor', 'reviewRequest', 'RECEIVED', approval),
    requesting('focal', 'acknowledgeRequest', 'RECEIVED'),
    after(
      5,
      returning('welfare', 'recordTransitStay', 'FOLLOW_UP', ({ day }) => ({
        arrivedOn: plusDays(day, -5),
        leftOn: day,
        services: ['shelter', 'social-care'],
        voluntary: true,
      })),
    ),
    ...settleIn,
  ),
  story(
    'fastTrack',
    'CN',
    'LA',
    after(
      1,
      requesting('liaison', 'openFastTrack', 'HANDOVER_AGREED', async (now) => ({
        countryOfReturn: now.countryOfReturn,
        ...girl,
        ...consent,
        ...ofChild,
        language: 'lo',
        givenOn: now.day,
        crossing: await crossingOf(now),
        at: plusHours(now.instant, 1),
        escort: 'welfare-officer',
        escortSex: 'female',
        transport: 'ordinary',
      })),
    ),
    check,
    handOver(persons('minorFemale')),
    receive(persons('minorFemale')),
    // What there was no time for on the day itself.
    requesting('supervisor', 'reviewRequest', 'RECEIVED', approval),
    returning('focal', 'acknowledgeRequest', 'RECEIVED'),
    requesting('liaison', 'recordIdentification', 'RECEIVED', ({ day }) => identified('CN', day)),
    returning('guardian', 'recordBestInterests', 'RECEIVED', ({ day }) => ({
      outcome: 'return-to-family',
      childView: 'wishes-to-return',
      guardianAgrees: true,
      decidedOn: day,
    })),
    ...settleIn,
  ),
]
