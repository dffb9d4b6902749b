import { planReintegration, proposeClosure, settleIn, tell, visit } from '../endings.ts'
import { home, propose, travel } from '../meetings.ts'
import { after, refused, requesting, returning, type Story, story } from '../scene.ts'
import {
  accept,
  accepted,
  approval,
  assessRisk,
  draft,
  family,
  ofChild,
  prepareFamily,
  send,
  verify,
} from '../stretches.ts'

// The three stories that the walkthrough always plays.

const close = requesting('focal', 'closeCase', 'CLOSED')
const answered = (stage: 'RETURNED' | 'IN_PROGRESS', text: string) =>
  requesting('liaison', 'answerQuestions', stage, () => ({
    answers: [
      { question: 'nationality-document-held', yes: false },
      { question: 'language-spoken-best', code: 'vi' },
      { question: 'adult-relatives-known', count: 2 },
    ],
    note: { text },
  }))

export const firstStories: readonly Story[] = [
  story(
    'adult',
    'TH',
    'LA',
    draft({ sector: 'manufacturing' }),
    ...send('lo'),
    family('IN_PROGRESS'),
    verify(),
    assessRisk('none'),
    accept('transit-centre'),
    propose,
    prepareFamily,
    ...travel('adultFemale'),
    after(
      6,
      returning('welfare', 'recordTransitStay', 'FOLLOW_UP', ({ day, meeting }) => ({
        arrivedOn: meeting?.at.slice(0, 10),
        leftOn: day,
        services: ['health', 'social-care'],
        voluntary: true,
      })),
    ),
    ...settleIn,
  ),
  story(
    'questions',
    'CN',
    'VN',
    draft({ ageBand: 'age-18-24', exploitation: ['forced-marriage'] }),
    ...send('vi', { followUp: 'given' }),
    returning('focal', 'returnForInformation', 'RETURNED', () => ({
      reason: 'incomplete',
      questions: ['nationality-document-held', 'language-spoken-best', 'adult-relatives-known'],
      note: { text: 'Xin cho biết người này có đọc được chữ quốc ngữ hay không.' },
    })),
    returning('supervisor', 'reviewNote', 'RETURNED', approval),
    // A telephone number does not get in, in whatever digits.
    refused('IDENTITY_IN_TEXT', answered('RETURNED', '母亲的电话是１３８ ００１３ ８０００。')),
    answered('IN_PROGRESS', '能读，但写得很慢。'),
    requesting('supervisor', 'reviewNote', 'IN_PROGRESS', approval),
    ...accepted(verify(), verify()),
    ...home(),
    planReintegration,
    // The person wishes no more visits: the feedback is still owed, and the case can be closed.
    visit(30, 'declined'),
    tell('stable'),
    tell('declined'),
    proposeClosure('follow-up-ended', 'FOLLOW_UP'),
    close,
  ),
  story(
    'child',
    'TH',
    'KH',
    draft({ ageBand: 'age-12-14', exploitation: ['forced-begging'] }),
    ...send('km', { ...ofChild, followUp: 'given' }),
    verify(),
    family('IN_PROGRESS'),
    assessRisk('none'),
    requesting('guardian', 'recordBestInterests', 'IN_PROGRESS', ({ day }) => ({
      outcome: 'return-to-family',
      childView: 'wishes-to-return',
      guardianAgrees: true,
      decidedOn: day,
    })),
    accept(),
    ...home('minorFemale'),
    family('RECEIVED'),
    planReintegration,
    // After 1, 3, 6 and 12 months, and for a child after 18.
    visit(30, 'stable'),
    tell('stable'),
    visit(61, 'stable'),
    visit(91, 'at-risk'),
    visit(183, 'stable'),
    visit(183, 'stable'),
    tell('stable'),
    proposeClosure('returned-and-settled', 'FOLLOW_UP'),
    close,
  ),
]
