import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runDueJobs } from '../../server/jobs/due-jobs.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { Listener } from '../support/listener.ts'
import { WayOverHttp } from '../support/way-over-http.ts'

const MY_WORK = `query ($wholeOffice: Boolean) { myWork(first: 100, wholeOffice: $wholeOffice) { nodes {
  owes dueDay step { key: label } case { id version stage } } } }`

describe.each(engineKinds)('workChanged, on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  let url: string
  let focal: string
  beforeEach(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
    url = await api.app.listen({ host: '127.0.0.1', port: 0 })
    focal = await way.key('LA', 'focal')
  })
  afterEach(() => api.close())

  const resume = (key: string, after: string) => Listener.open(url, key, { after })
  const acknowledge = (caseId: string) => way.must(focal, 'acknowledgeRequest', { caseId })

  test('tells each change in its order, as myWork shows it then', async () => {
    const one = await Listener.begun(url, focal)
    const places: number[] = []
    const known = new Map<string, Looked>()
    const hear = async (caseId: string) => {
      const change = await one.change()
      expect([change.kind, change.caseId]).toEqual(['CHANGED', caseId])
      places.push(change.place)
      known.set(caseId, change.items)
      const { nodes } = (await api.ask(focal, MY_WORK)).data.myWork
      expect(change.items).toEqual(nodes.filter((item: Looked) => item.case.id === caseId))
    }
    const cases: string[] = []
    for (let count = 0; count < 3; count += 1) {
      cases.push(await way.send('TH', 'LA'))
      await hear(cases.at(-1) ?? '')
    }
    for (const caseId of cases.toReversed()) {
      await acknowledge(caseId)
      await hear(caseId)
    }
    const { nodes } = (await api.ask(focal, MY_WORK)).data.myWork
    expect(nodes.length).toBeGreaterThan(0)
    expect(new Set([...known.values()].flat())).toEqual(new Set(nodes))
    expect(places).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('goes on after the last event without a loss, each case as it stands now', async () => {
    const one = await Listener.begun(url, focal)
    const [first, second] = [await way.send('TH', 'LA'), await way.send('TH', 'LA')]
    const heard = await one.change()
    expect(heard.caseId).toBe(first)
    one.leave()
    api.later(1 / 6)
    await acknowledge(second)
    api.later(1 / 60)
    const third = await way.send('TH', 'LA')
    const again = await resume(focal, heard.id)
    const [next, last] = [await again.change(), await again.change()]
    // Two changes of the second case are one, as it stands after the last of them.
    expect([next.caseId, next.items[0].case.version, last.caseId]).toEqual([second, 5, third])
    expect([next.place, last.place]).toEqual([3, 4])
    // Who has heard everything is told nothing but what comes then.
    const quiet = await resume(focal, last.id)
    await acknowledge(first)
    expect(await quiet.change()).toMatchObject({ kind: 'CHANGED', caseId: first, place: 5 })
  })

  test('what was missed and is too old to be told is said to be missing', async () => {
    const one = await Listener.begun(url, focal)
    await way.send('TH', 'LA')
    const { id } = await one.change()
    one.leave()
    const unheard = await way.send('TH', 'LA')
    api.later(1 / 6)
    await runDueJobs(api.service)
    const first = async (after: string) => {
      const again = await resume(focal, after)
      const change = await again.change()
      again.leave()
      return change
    }
    expect((await first(id)).caseId).toBe(unheard)
    api.later(1 / 10)
    await runDueJobs(api.service)
    const begun = await first(id)
    expect(begun).toMatchObject({ kind: 'BEGIN', gap: 'TOO_OLD', place: 2, items: [] })
    // Where nobody of the office listened, and what was not told is forgotten, that is known too.
    await way.send('TH', 'LA')
    api.later(1)
    await runDueJobs(api.service)
    expect(await first(begun.id)).toMatchObject({ kind: 'BEGIN', gap: 'TOO_OLD' })
  })

  test('nothing is lost over reconnects while others act', async () => {
    const cases: string[] = []
    for (let count = 0; count < 6; count += 1) cases.push(await way.send('TH', 'LA'))
    const known = new Map<string, Looked>()
    let listener = await Listener.begun(url, focal)
    const acts = (async () => {
      for (const caseId of cases) await acknowledge(caseId)
      return way.send('TH', 'LA')
    })()
    let last: string | undefined
    void acts.then((id) => {
      last = id
    })
    // Time stands still: of changes of one instant the last that was made need not be the last that is told.
    while (last === undefined || ![...cases, last].every((one) => known.has(one))) {
      const { id, caseId, items } = await listener.change()
      known.set(caseId, items)
      // Cut after every event, and from there on again.
      listener.leave()
      await expect.poll(() => api.service.live.size).toBe(0)
      listener = await resume(focal, id)
    }
    for (const caseId of cases) expect(known.get(caseId)?.[0].case.version, caseId).toBe(5)
  })
})
