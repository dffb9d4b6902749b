import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lastPlacesOf, placeChanges } from '../../db/work-change-queries.ts'
import { signIn } from '../../server/services/sign-in.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { Listener } from '../support/listener.ts'
import { sampled } from '../support/sample.ts'
import { silentEnds } from '../support/silent-ends.ts'
import { draftOf, receivers, walkTo } from '../support/step-by-step.ts'
import { namesOf, withoutNames } from '../support/told.ts'
import { WayOverHttp } from '../support/way-over-http.ts'

/** Here the other side may see an act before the end, and hears of it as it happens. */
const SEEN_BEFORE: ReadonlySet<string> = new Set([
  'a death, after consent was asked anew',
  'a child not to return, all at once',
])

describe.each(engineKinds)('cases that end without a word are heard alike, on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  let url: string
  beforeEach(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
    url = await api.app.listen({ host: '127.0.0.1', port: 0 })
  })
  afterEach(() => api.close())

  /** Everything that is told up to the last change of the office: by case what was said, in order, less its names. */
  const told = async (one: Listener, key: string, begun: number): Promise<ReadonlyMap<string, readonly string[]>> => {
    const office = (await signIn(api.service, key))?.office
    if (!office) throw new Error('no office')
    await placeChanges(api.engine, [office])
    const last = (await lastPlacesOf(api.engine, [office])).get(office) ?? 0
    const own = await way.key('TH', 'focal')
    const said = new Map<string, string[]>()
    for (let at = begun; at < last; ) {
      const { place, kind: what, caseId, items } = await one.change()
      const text = withoutNames(JSON.stringify([what, items]), await namesOf(api, own, caseId))
      said.set(caseId, [...(said.get(caseId) ?? []), text])
      at = place
    }
    one.leave()
    return said
  }

  test.each(
    sampled(
      silentEnds.filter(([when]) => when !== 'the day has come'),
      4,
      kind,
    ),
  )('ended after %s', { timeout: 600_000 }, async (when, ends) => {
    const all = Object.keys(ends).map((why) => ({ why, caseId: '' }))
    for (const one of all) one.caseId = await draftOf(way)
    await walkTo(way, when, all)
    api.later(1)
    const listeners: { who: string; key: string; live: Listener; begun: Looked }[] = []
    for (const [country, role, office] of receivers) {
      const key = await way.key(country, role, office)
      const live = await Listener.open(url, key, { wholeOffice: true })
      listeners.push({ who: role, key, live, begun: await live.change() })
    }
    for (const { why, caseId } of all)
      for (const [officer, name, input] of ends[why] ?? [])
        await way.must(await way.key(...officer), name, { caseId, ...input })

    let heard = 0
    for (const { who, key, live, begun } of listeners) {
      const present = await told(live, key, begun.place)
      const back = await Listener.open(url, key, { wholeOffice: true, after: begun.id })
      const away = await told(back, key, begun.place)
      heard += present.size
      // Who comes back hears of all of them in the same words, once; who listened, as it happened.
      const once = all.map(({ caseId }) => away.get(caseId))
      for (const [place, { why }] of all.entries()) expect(once[place], `${who}: ${why}`).toEqual(once[0])
      const alike = all.filter(({ why }) => !SEEN_BEFORE.has(why))
      for (const { why, caseId } of alike)
        expect(present.get(caseId), `${who}: ${why}`).toEqual(present.get(alike[0]?.caseId ?? ''))
      for (const { caseId } of all) expect(present.get(caseId)?.at(-1)).toEqual(away.get(caseId)?.at(-1))
    }
    // The comparison is of something.
    expect(heard).toBeGreaterThanOrEqual(all.length)
  })
})
