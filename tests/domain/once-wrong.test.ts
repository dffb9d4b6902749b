import { describe, expect, test } from 'vitest'
import { shippedProcedures } from '../../db/reference/read.ts'
import { readWorld } from '../../db/reference/world.ts'
import { stageOf } from '../../server/domain/cases/stage.ts'
import { draft, presumed, undecided, women } from '../support/branches/branch.ts'
import { type Line, PlayedBranch } from '../support/play-branch.ts'

const world = readWorld(shippedProcedures().map(({ procedure }) => procedure))
const countries = { A: 'TH', B: 'LA', C: 'KH' } as const

function played(...lines: readonly Line[]): PlayedBranch {
  const branch = new PlayedBranch(world, world, countries)
  for (const [number, line] of lines.entries()) expect(branch.play(line), `line ${number + 1}: ${line[0]}`).toBeNull()
  return branch
}
const statusOf = ({ desk }: PlayedBranch, number: number) => [...desk.lists.values()][number]?.status

const notReceived: readonly Line[] = [
  draft,
  draft,
  ['until HANDED_OVER'],
  ['B post confirmReception #1', { counts: women(1), notReceived: ['#2'] }, 'RECEIVED'],
]
const stillThere: readonly Line[] = [
  ...notReceived,
  ['B focal settleIncident #2', { outcome: 'still-in-requesting-country' }, 'ACCEPTED'],
]

/** Found by the branches and the walks, and mended. */
describe('what once went wrong', () => {
  test('B7: a person received without a request who does not share: closed by the country of return alone', () => {
    played(
      ['B welfare recordReceptionWithoutRequest', {}, 'RECEIVED'],
      ['B welfare recordConsent', { share: 'refused', followUp: 'refused' }],
      ['B supervisor reviewRequest', {}, 'refused'],
      ['home'],
    )
  })

  test('somebody missing is found to be no victim: the list can be settled', () => {
    played(
      draft,
      presumed,
      ['until HANDED_OVER', undecided],
      ['B post confirmReception #1', { counts: women(1), notReceived: ['#2'] }, 'RECEIVED'],
      ['A liaison recordIdentification #2', { result: 'not-a-victim' }, 'STOPPED'],
      ['B post settleHandover'],
    )
  })

  test('not received on a second list: that is no incident of the first', () => {
    const branch = played(
      ...stillThere,
      ['A liaison proposeHandover #2'],
      ['until HANDED_OVER'],
      ['B post confirmReception #2', { counts: women(0), notReceived: ['#2'] }],
      ['B post settleHandover list 1'],
    )
    expect(statusOf(branch, 0)).toBe('SETTLED')
  })

  test('not received on a second list: nobody is received through the first', () => {
    played(
      ...stillThere,
      ['A liaison proposeHandover #2'],
      ['until HANDED_OVER'],
      ['B post confirmReception #2', { counts: women(0), notReceived: ['#2'] }],
      ['B post confirmReception list 1', { counts: women(1) }, 'COUNTS_DISAGREE'],
    )
  })

  test('a check before departure counts for the list the case is on, not for an older one', () => {
    const branch = played(...stillThere, ['A liaison proposeHandover #2'], ['until HANDOVER_AGREED'])
    branch.play(['A liaison recordDepartureCheck', {}, 'CHECK_TOO_EARLY'])
    branch.play(['A liaison recordDepartureCheck list 1'])
    expect([...(branch.files[1]?.state.done.keys() ?? [])]).not.toContain('record-departure-check')
  })

  test('a list that was received is not set on another day', () => {
    const branch = played(
      draft,
      ['until HANDED_OVER'],
      ['B post confirmReception', { counts: women(0), notReceived: ['#1'] }],
      ['B focal settleIncident', { outcome: 'still-in-requesting-country' }],
      ['A liaison proposeHandover'],
    )
    branch.play(['A liaison rescheduleHandover list 1'])
    expect(statusOf(branch, 0)).toBe('PARTLY_RECEIVED')
  })

  test('who stayed behind on a fast track is put on no other list: the case ends, and a new request is opened', () => {
    played(
      ['A liaison openFastTrack', {}, 'HANDOVER_AGREED'],
      ['until HANDED_OVER'],
      ['B post confirmReception', { counts: women(0), notReceived: ['#1'] }],
      ['B focal settleIncident', { outcome: 'still-in-requesting-country' }, 'STOPPED'],
      ['home'],
    )
  })

  test('the family is prepared before the handover also where another day is proposed in answer', () => {
    const branch = played(draft, ['until ACCEPTED'], ['A liaison proposeHandover'])
    branch.play(['B focal counterproposeHandover'])
    branch.play(['A liaison confirmHandover'])
    branch.play(['the eve of the meeting'])
    branch.play(['A liaison recordDepartureCheck'])
    branch.play(['A post recordHandover'])
    expect(branch.files.map(({ state }) => stageOf(state))).not.toContain('HANDED_OVER')
  })

  test('a guardian refuses after sending: the return is not accepted', () => {
    played(
      ['A liaison draftRequest', { ageBand: 'age-12-14' }],
      ['until acceptReturn'],
      ['A liaison recordConsent', { guardian: 'refused', childView: 'does-not-wish' }],
      ['B focal acceptReturn', {}, 'GUARDIAN_CONSENT_MISSING'],
    )
  })

  test('withdrawn while questions are open: the clock of the acknowledgement runs', () => {
    const branch = played(
      draft,
      ['until IN_PROGRESS'],
      ['B focal returnForInformation', {}, 'RETURNED'],
      ['A liaison withdrawConsent', {}, 'STOPPED'],
    )
    expect(branch.files[0]?.state.stops.filter(({ until }) => until === null)).toEqual([])
  })
})
