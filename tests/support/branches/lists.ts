import { type Branch, draft, presumed, undecided, women } from './branch.ts'

/** B13: many persons on one list, of whom not all arrive, or not all travel. */
export const lists: readonly Branch[] = [
  {
    name: 'B13: of three persons one arrives later and one goes on another list',
    lines: [
      draft,
      draft,
      draft,
      ['until ACCEPTED'],
      ['until HANDED_OVER'],
      ['B post confirmReception', { counts: women(3), notReceived: ['#2', '#3'] }, 'COUNTS_DISAGREE'],
      ['B post confirmReception #1', { counts: women(1), notReceived: ['#2', '#3'] }, 'RECEIVED'],
      ['B post settleHandover', {}, 'INCIDENTS_OPEN'],
      ['A focal settleIncident #1', {}, 'NO_INCIDENT'],
      ['B post confirmReception #2', { counts: women(1), notReceived: ['#3'] }, 'RECEIVED'],
      ['A focal settleIncident #3', { outcome: 'still-in-requesting-country' }, 'ACCEPTED'],
      ['A liaison proposeHandover #3', {}, 'ACCEPTED'],
      ['until HANDED_OVER'],
      ['B post settleHandover list 1'],
      ['B post settleHandover', {}, 'NOT_POSSIBLE_NOW'],
      ['until RECEIVED'],
      ['B post settleHandover'],
      ['home'],
    ],
  },
  ...(['decided-not-to-travel', 'referred-as-missing'] as const).map(
    (outcome): Branch => ({
      name: `B13: one of two not received: ${outcome}`,
      lines: [
        draft,
        draft,
        ['until HANDED_OVER'],
        ['B post confirmReception #1', { counts: women(1), notReceived: ['#2'] }, 'RECEIVED'],
        ['B focal settleIncident #2', { outcome }, 'STOPPED'],
        ['A post settleHandover'],
        ['home'],
      ],
    }),
  ),
  {
    name: 'B13: one of two withdraws, the other travels',
    lines: [
      draft,
      draft,
      ['until recordHandover'],
      ['A liaison withdrawConsent #1', {}, 'STOPPED'],
      ['until RECEIVED'],
      ['home'],
    ],
  },
  {
    name: 'one of two is taken off the list, and goes with another',
    lines: [
      draft,
      draft,
      ['until HANDOVER_AGREED'],
      ['A liaison rescheduleHandover #1', { without: ['#1', '#2'] }, 'CASES_MISSING'],
      ['A liaison rescheduleHandover #2', { without: ['#2'] }, 'ACCEPTED'],
      ['until HANDOVER_AGREED'],
      ['home'],
    ],
  },
  {
    name: 'B13, B11: somebody dies between handover and reception, the other is received',
    lines: [
      draft,
      draft,
      ['until HANDED_OVER'],
      ['A liaison reportDeathOrIllness #1', {}, 'STOPPED'],
      ['B post confirmReception #2', { counts: women(1) }, 'RECEIVED'],
      ['B post settleHandover'],
      ['home'],
    ],
  },
  {
    name: 'B13, B3: somebody is found to be no victim between handover and reception, the other is received',
    lines: [
      presumed,
      draft,
      ['until HANDED_OVER', undecided],
      ['A liaison recordIdentification #1', { result: 'not-a-victim' }, 'STOPPED'],
      ['B post confirmReception #2', { counts: women(1) }, 'RECEIVED'],
      ['home'],
    ],
  },
  {
    name: 'B13: nobody on a list that was handed over goes on; the list is settled all the same',
    lines: [
      draft,
      ['until HANDED_OVER'],
      ['A liaison reportDeathOrIllness', {}, 'STOPPED'],
      ['B post settleHandover'],
      ['home'],
    ],
  },
]
