import { describe, expect, test } from 'vitest'
import { shippedProcedures } from '../../db/reference/read.ts'
import { readWorld } from '../../db/reference/world.ts'
import type { CaseFile } from '../../server/domain/cases/case-file.ts'
import { deadlineOf } from '../../server/domain/deadlines/step-deadline.ts'
import { openSteps } from '../../server/domain/procedures/steps.ts'
import { Desk, type Input } from '../support/desk.ts'
import { officer } from '../support/officers.ts'
import { homewardInput } from '../support/what-to-enter.ts'

const world = readWorld(shippedProcedures().map(({ procedure }) => procedure))
const corridor = { requestingCountry: 'TH', countryOfReturn: 'LA' } as const

/** A child whom nobody announced, and what was agreed on its behalf. */
function received(agreed: Input): { readonly desk: Desk; readonly file: CaseFile } {
  const desk = new Desk(world)
  const by = officer(world, corridor, 'LA', 'welfare')
  const act = (name: 'recordReceptionWithoutRequest' | 'recordConsent', more: Input, file: CaseFile | null) => {
    const input = { ...homewardInput(desk, { name, by, file, corridor, group: [] }), ...more }
    expect(desk.act(name, by, input, { case: file?.id })).toEqual([])
    return [...desk.files.values()][0] as CaseFile
  }
  const file = act('recordReceptionWithoutRequest', { ageBand: 'age-15-17' }, null)
  return { desk, file: act('recordConsent', agreed, file) }
}

describe('the review before the other country hears of a child', () => {
  const limitOf = (agreed: Input) => {
    const { desk, file } = received(agreed)
    const review = openSteps(file.procedure, file.state).find(({ action }) => action === 'reviewRequest')
    if (!review) throw new Error('no review is open')
    return deadlineOf(world, file, review, desk.now, desk.now)
  }
  test('has its limit where all agreed', () => {
    expect(limitOf({})).toMatchObject({ unit: 'workingDays', count: 2, country: 'LA' })
  })
  test('is late for nobody where the child or the guardian refused to share', () => {
    expect(limitOf({ share: 'refused' })).toBeNull()
    expect(limitOf({ guardian: 'refused' })).toBeNull()
  })
})
