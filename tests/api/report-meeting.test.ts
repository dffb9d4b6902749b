import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engineKinds } from '../support/engines.ts'
import { ReportDesk } from '../support/report-desk.ts'
import { addEveryDirection } from '../support/told-facts.ts'
import { wholeMeeting } from '../support/whole-meeting.ts'

describe.each(engineKinds)('the meeting that a report is for, on %s', (kind) => {
  let desk: ReportDesk
  beforeAll(async () => {
    desk = await ReportDesk.open(kind)
    await addEveryDirection(desk.api.engine)
  })
  afterAll(() => desk.api.close())

  test('is one of all six: what a taskforce said goes to no other country, and nobody hears that it met', async () => {
    const { api } = desk
    const { noun: meeting } = await api.act(await desk.key('VN'), 'recordMeeting', wholeMeeting('TASKFORCE'))
    const refused = [{ code: 'NOT_FOUND', field: ['meeting'] }]
    const review = { kind: 'CORRIDOR_REVIEW', year: 2025, requestingCountry: 'TH', countryOfReturn: 'LA' }
    const drafts = [
      [await desk.key('TH', 'focal'), { ...review, meeting: meeting.id }],
      [await desk.secretariat(), { kind: 'SOM_PROGRESS', year: 2025, meeting: meeting.id }],
    ] as const
    for (const [key, input] of drafts)
      expect((await api.act(key, 'draftReport', input)).problems).toMatchObject(refused)
  })
})
