import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STREAMS } from '../../server/services/live-work.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { Listener } from '../support/listener.ts'
import { WayOverHttp } from '../support/way-over-http.ts'

describe.each(engineKinds)('limits and end of workChanged, on %s', (kind) => {
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

  test('only so many streams of one account; who takes no events is told so', async () => {
    const open = []
    for (let count = 0; count < STREAMS.ofAccount; count += 1) open.push(await Listener.begun(url, focal))
    const over = await Listener.open(url, focal)
    expect([over.status, over.headers['retry-after']]).toEqual([429, '10'])
    const refused = await over.rest()
    expect(refused).not.toContain('complete')
    expect(JSON.parse(refused).errors[0].extensions).toMatchObject({ code: 'TOO_MANY_STREAMS', limit: 5 })
    open[0]?.leave()
    await expect.poll(async () => (await Listener.open(url, focal)).status).toBe(200)
    const json = await Listener.open(url, await way.key('LA', 'welfare'), { accept: 'application/json' })
    expect(json.status).toBe(406)
    expect(JSON.parse(await json.rest()).errors[0].extensions.code).toBe('NEEDS_EVENT_STREAM')
  })

  test('closing the service ends the streams in good order, and at once', async () => {
    const all = await Promise.all([Listener.begun(url, focal), Listener.begun(url, await way.key('TH', 'liaison'))])
    const began = performance.now()
    await api.app.close()
    for (const one of all) {
      await one.ended
      // Without a `complete`: whoever hears the end comes back.
      await expect(one.next()).rejects.toThrow('nothing more comes')
    }
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
