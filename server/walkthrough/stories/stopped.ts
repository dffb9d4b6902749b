import { closeStopped } from '../endings.ts'
import { requesting, returning, type Scene, type Story, silent, story } from '../scene.ts'
import { ask, assessRisk, draft, profile, send } from '../stretches.ts'

// Cases that stop before anybody travels (branches B2, B3, B10, B11).

const takeBack = (noNotice: boolean): Scene =>
  requesting('liaison', 'withdrawConsent', 'STOPPED', ({ day }) => ({ withdrawnOn: day, noNotice }))
const takeNote = returning('focal', 'acknowledgeWithdrawal', 'STOPPED')

export const stoppedStories: readonly Story[] = [
  story('withdrawn', 'VN', 'CN', draft(), ...send('zh'), takeBack(false), takeNote, ...closeStopped('withdrawn')),
  story(
    'withdrawnWithoutNotice',
    'KH',
    'VN',
    draft({ sex: 'male', sector: 'construction' }),
    ...send('vi'),
    silent(takeBack(true)),
    ...closeStopped('not-proceeding'),
  ),
  // The other country never hears of it, so that the requesting country closes alone.
  story(
    'withdrawnBeforeSending',
    'LA',
    'TH',
    draft({ exploitation: ['domestic-servitude'] }),
    ask('th'),
    takeBack(false),
    requesting('focal', 'closeCase', 'CLOSED'),
  ),
  story(
    'risk',
    'CN',
    'MM',
    draft({ exploitation: ['forced-marriage'] }),
    ...send('my'),
    silent(assessRisk('high', 'STOPPED')),
    ...closeStopped('not-proceeding'),
  ),
  story(
    'cancelled',
    'MM',
    'VN',
    draft({ sex: 'male', exploitation: ['forced-criminality'] }),
    requesting('liaison', 'updateDraft', 'DRAFT', () => ({ ...profile, sex: 'male', needs: ['interpreter'] })),
    ...send('vi'),
    requesting('focal', 'withdrawRequest', 'STOPPED', () => ({ reason: 'person-left' })),
    takeNote,
    ...closeStopped('withdrawn'),
  ),
  story(
    'graveEvent',
    'LA',
    'MM',
    draft({ ageBand: 'age-50-plus', needs: ['medical-attention'] }),
    ...send('my'),
    silent(
      requesting('liaison', 'reportDeathOrIllness', 'STOPPED', ({ day }) => ({
        event: 'serious-illness',
        happenedOn: day,
        nationalChannelInformed: true,
      })),
    ),
    ...closeStopped('not-proceeding'),
  ),
]
