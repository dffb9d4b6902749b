import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { revokeAccount } from '../../server/services/accounts.ts'
import { STREAMS } from '../../server/services/live-work.ts'
import type { Looked } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { Listener } from '../support/listener.ts'
import { ReportDesk } from '../support/report-desk.ts'
import { addFacts, straightHome } from '../support/told-facts.ts'
import { never } from '../support/way-over-http.ts'

const HOME = { requestingCountry: 'TH', countryOfReturn: 'LA' } as const
const progressOf = (id: string) =>
  `subscription { reportProgress(id: "${id}") { id version making { state stage percent failure } tables { id } } }`

describe.each(engineKinds)('how far a report is is heard, on %s', (kind) => {
  let desk: ReportDesk
  let url: string
  let secretariat: string
  beforeEach(async () => {
    desk = await ReportDesk.open(kind)
    url = await desk.api.app.listen({ host: '127.0.0.1', port: 0 })
    secretariat = await desk.secretariat()
    await addFacts(
      desk.api.engine,
      Array.from({ length: 9 }).flatMap(() => straightHome(HOME)),
    )
  })
  afterEach(() => desk.api.close())

  const draft = () => desk.way.must(secretariat, 'draftReport', { kind: 'IMM_SUMMARY', year: 2025 })
  const listen = (key: string, id: string) => Listener.open(url, key, { query: progressOf(id) })
  const event = async (one: Listener): Promise<Looked> => {
    const { event: name, data } = await one.next()
    if (name === 'complete') return 'complete'
    return data.errors ? data.errors[0].extensions.code : data.data.reportProgress
  }
  /** All that is still said. */
  const rest = async (one: Listener): Promise<Looked[]> => {
    const all: Looked[] = []
    while (all.at(-1) !== 'complete') all.push(await event(one))
    return all
  }

  test('as it stands, each time it comes further, and complete when it is made', async () => {
    const id = await draft()
    const all = [await listen(secretariat, id), await listen(await desk.key('LA', 'focal'), id)]
    for (const one of all)
      expect(await event(one)).toEqual({
        id,
        version: 1,
        making: { state: 'MAKING', stage: 'WAITING', percent: 0, failure: null },
        tables: [],
      })
    await desk.made()
    for (const one of all) {
      const heard = await rest(one)
      expect(heard.pop()).toBe('complete')
      const last = heard.pop()
      expect(last).toMatchObject({ id, version: 2, making: { state: 'MADE', stage: null, percent: 100 } })
      expect(last.tables).toHaveLength(5)
      const steps = heard.map(({ making }) => making.percent)
      expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    }
    // Who comes afterwards hears the end.
    expect(await rest(await listen(secretariat, id))).toMatchObject([{ making: { state: 'MADE' } }, 'complete'])
  })

  test('given up it is complete; of what is not there nothing is heard', async () => {
    const id = await draft()
    const one = await listen(secretariat, id)
    await event(one)
    await desk.api.act(secretariat, 'cancelReport', { reportId: id, expectedVersion: 1 })
    expect(await rest(one)).toMatchObject([{ version: 2, making: { state: 'CANCELLED' } }, 'complete'])
    const review = await desk.way.must(secretariat, 'draftReport', { kind: 'CORRIDOR_REVIEW', year: 2025, ...HOME })
    for (const [key, nothing] of [
      [secretariat, never.report],
      [secretariat, 'nonsense'],
      [await desk.key('VN', 'focal'), review],
      [await desk.key('LA', 'liaison'), review],
    ] as const)
      expect(await rest(await listen(key, nothing))).toEqual([null, 'complete'])
  })

  test('who is signed in no more hears no more', async () => {
    const id = await draft()
    const [one, other] = [await listen(await desk.key('LA', 'focal'), id), await listen(secretariat, id)]
    await Promise.all([event(one), event(other)])
    const office = desk.api.service.world.competent.get('LA')?.get('focal')
    await revokeAccount(desk.api.service, `la-focal-${office}-1`)
    expect(await rest(one)).toEqual(['UNAUTHENTICATED', 'complete'])
    await desk.made()
    expect((await rest(other)).at(-2)).toMatchObject({ making: { state: 'MADE' } })
  })

  test('only so many streams of one account, whatever they tell of', async () => {
    const id = await draft()
    const open: Listener[] = []
    for (let count = 0; count < STREAMS.ofAccount; count += 1) {
      open.push(await listen(secretariat, id))
      await event(open.at(-1) as Listener)
    }
    const over = await listen(secretariat, id)
    expect(over.status).toBe(429)
    expect(JSON.parse(await over.rest()).errors[0].extensions).toMatchObject({ code: 'TOO_MANY_STREAMS', limit: 5 })
    // What is complete leaves its place to another.
    await desk.made()
    for (const one of open) await rest(one)
    expect((await listen(secretariat, id)).status).toBe(200)
  })
})
