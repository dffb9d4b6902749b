import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { Listener } from '../support/listener.ts'
import { consent } from '../support/way-home.ts'
import { WayOverHttp } from '../support/way-over-http.ts'

describe.each(engineKinds)('who hears of a change, on %s', (kind) => {
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

  test('own role or whole office; who has no part, or reads no case, hears nothing', async () => {
    const strangers = [
      await way.key('KH', 'focal'),
      await way.key('VN', 'focal'),
      await way.key('LA', 'privacy'),
      // Verifiers of the same office hear.
      await way.key('LA', 'taskforce', 'la-mops'),
      await api.keyOf('secretariat'),
      await api.keyOf('operator'),
    ]
    const deaf = await Promise.all(strangers.map((key) => Listener.begun(url, key, { wholeOffice: true })))
    const [own, whole] = [await Listener.begun(url, focal), await Listener.begun(url, focal, { wholeOffice: true })]
    const [welfare, post] = [await way.key('LA', 'welfare'), await way.key('LA', 'verifier')]
    const others = [await Listener.begun(url, welfare), await Listener.begun(url, post)]
    const caseId = await way.send('TH', 'LA')
    for (const one of [own, whole]) expect((await one.change()).caseId).toBe(caseId)
    await way.must(focal, 'acknowledgeRequest', { caseId })
    for (const one of [own, whole, ...others]) expect(await one.change()).toMatchObject({ kind: 'CHANGED', caseId })
    // The others hear the end, and nothing before it.
    await api.app.close()
    for (const one of deaf) await expect(one.next()).rejects.toThrow('nothing more comes')
  })

  test('a draft is not heard across the border, before it is sent', async () => {
    const one = await Listener.begun(url, focal, { wholeOffice: true })
    const at = await Listener.begun(url, await way.key('TH', 'liaison'))
    const draft = await way.draft('TH', 'LA')
    await way.must(await way.key('TH', 'liaison'), 'recordConsent', { caseId: draft, ...consent })
    expect((await at.change()).caseId).toBe(draft)
    const sent = await way.send('TH', 'LA')
    // The first that is heard is the sending of the other one; not even the ids tell of the draft.
    expect(await one.change()).toMatchObject({ place: 1, caseId: sent })
  })

  test('a reading is logged like every other', async () => {
    const one = await Listener.begun(url, focal)
    const caseId = await way.send('TH', 'LA')
    await one.change()
    await api.service.readings.flush()
    const log = `query ($caseId: ID!) { disclosureLog(caseId: $caseId) { nodes { role how country { code } } } }`
    const { nodes } = (await api.ask(await way.key('LA', 'privacy'), log, { caseId })).data.disclosureLog
    expect(nodes).toContainEqual({ role: 'FOCAL', how: 'WORK', country: { code: 'LA' } })
  })
})
