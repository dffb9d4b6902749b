import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { globalId } from '../../schema/global-id.ts'
import { runDueJobs } from '../../server/jobs/due-jobs.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { Listener } from '../support/listener.ts'
import { at } from '../support/way-home.ts'
import { traced, WayOverHttp } from '../support/way-over-http.ts'

const [OWN, OTHER] = ['la-mlsw-social-welfare', 'la-lwu']

describe.each(engineKinds)('work of an office that stands in for another, on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeEach(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterEach(() => api.close())

  test('is heard as it comes on the first day, while it changes, and as it goes after the last', async () => {
    const url = await api.app.listen({ host: '127.0.0.1', port: 0 })
    const caseId = await way.send('TH', 'LA')
    await way.must(await way.key('LA', 'focal'), 'acknowledgeRequest', { caseId })
    const days = { role: 'WELFARE', firstDay: '2026-03-03', lastDay: '2026-03-05' }
    const office = (id: string) => globalId('Office', id)
    await way.must(await way.key('LA', 'admin'), 'delegateRole', { ...days, from: office(OWN), to: office(OTHER) })
    const one = await Listener.open(url, await api.key('LA', 'welfare', 1, OTHER as never))
    expect((await one.change()).kind).toBe('BEGIN')

    api.clock.set(at('2026-03-02T17:00:00.000Z'))
    await runDueJobs(api.service)
    const come = await one.change()
    expect([come.caseId, come.items.length > 0]).toEqual([caseId, true])
    await way.must(await api.key('LA', 'welfare', 1, OWN as never), 'recordFamilyTracing', { caseId, ...traced })
    const changed = await one.change()
    expect(changed).toMatchObject({ caseId, place: come.place + 1 })

    const another = await way.send('TH', 'LA')
    await way.must(await way.key('LA', 'focal'), 'acknowledgeRequest', { caseId: another })
    expect(await one.change()).toMatchObject({ caseId: another, kind: 'CHANGED' })
    api.clock.set(at('2026-03-05T17:00:00.000Z'))
    await runDueJobs(api.service)
    for (let gone = false; !gone; ) {
      const change = await one.change()
      gone = change.caseId === another && change.items.length === 0
    }
  })
})
