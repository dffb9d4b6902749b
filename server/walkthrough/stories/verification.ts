import { settleIn } from '../endings.ts'
import { home } from '../meetings.ts'
import { type Entered, refused, requesting, returning, type Scene, type Story, story } from '../scene.ts'
import { accepted, draft, send, verify } from '../stretches.ts'

// Requests that the country of return cannot simply accept (branches B1, B4, B9).

const question = (...questions: readonly string[]): Scene =>
  returning('focal', 'returnForInformation', 'RETURNED', () => ({ reason: 'unclear', questions }))
const answer = (...answers: readonly Entered[]): Scene =>
  requesting('liaison', 'answerQuestions', 'IN_PROGRESS', () => ({ answers }))

/** A fourth round is refused until the two focal agencies have met. */
const lastRound = question('relatives-can-confirm')

export const verificationStories: readonly Story[] = [
  story(
    'notConfirmed',
    'MM',
    'CN',
    draft({ exploitation: ['forced-marriage'] }),
    ...send('zh'),
    verify({ result: 'not-confirmed', reason: 'no-record' }),
    requesting('focal', 'requestReview', 'IN_PROGRESS', () => ({ ground: 'new-details' })),
    ...accepted(verify({ method: 'relatives' })),
    ...home(),
    ...settleIn,
  ),
  story(
    'rounds',
    'LA',
    'VN',
    draft({ sex: 'male', sector: 'fishing' }),
    ...send('vi'),
    question('nationality-document-held', 'country-of-birth'),
    answer({ question: 'nationality-document-held', yes: false }, { question: 'country-of-birth', country: 'VN' }),
    question('languages-understood'),
    answer({ question: 'languages-understood', codes: ['vi', 'lo'] }),
    question('adult-relatives-known'),
    answer({ question: 'adult-relatives-known', notKnown: true }),
    refused('ROUNDS_USED', { ...lastRound, stage: 'IN_PROGRESS' }),
    returning('focal', 'recordFocalMeeting', 'IN_PROGRESS', ({ day }) => ({ heldOn: day, decision: 'more-questions' })),
    lastRound,
    answer({ question: 'relatives-can-confirm', yes: true }),
    ...accepted(verify(), verify()),
    ...home('adultMale'),
    ...settleIn,
  ),
  story(
    'forwarded',
    'KH',
    'LA',
    draft({ ageBand: 'age-35-49', exploitation: ['domestic-servitude'] }),
    ...send('lo'),
    // The person is asked again: so far only Lao PDR was to know.
    returning('focal', 'forwardRequest', 'DRAFT', () => ({ to: 'MM', reason: 'other-nationality' })),
    ...send('my'),
    ...accepted(verify({ method: 'consular' })),
    ...home(),
    ...settleIn,
  ),
]
