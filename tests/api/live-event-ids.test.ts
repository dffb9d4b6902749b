import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eq, sql } from '../../db/drizzle.ts'
import { param, statement } from '../../db/statement.ts'
import { eventId } from '../../server/services/event-id.ts'
import { signIn } from '../../server/services/sign-in.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { Listener } from '../support/listener.ts'
import { WayOverHttp } from '../support/way-over-http.ts'

/** As if so many changes had been told meanwhile. */
const moveOn = statement(({ q, t }) =>
  q
    .update(t.workPlaces)
    .set({ last: sql`${t.workPlaces.last} + ${param('by')}` })
    .where(eq(t.workPlaces.office, param('office'))),
)

describe.each(engineKinds)('an id that does not fit, sent back as Last-Event-ID, on %s', (kind) => {
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

  const begun = async (key: string, after: string, wholeOffice = false) => {
    const one = await Listener.open(url, key, { after, wholeOffice })
    const change = await one.change()
    one.leave()
    return change
  }
  const toldTo = async (key: string) => {
    const one = await Listener.open(url, key)
    await one.change()
    await way.send('TH', 'LA')
    const { id } = await one.change()
    one.leave()
    return id as string
  }

  test('nonsense, or cut short: refused in words, and no stream is opened', async () => {
    const id = await toldTo(focal)
    for (const bad of [
      id.slice(0, -1),
      id.slice(0, 3),
      'yesterday',
      '-1',
      `${id}, ${id}`,
      `1${'0'.repeat(400)}`,
      '１-00000000',
    ]) {
      const one = await Listener.open(url, focal, { after: encodeURIComponent(bad) })
      expect(one.status, bad).toBe(400)
      const data = JSON.parse(await one.rest())
      expect(data.errors[0].extensions, bad).toMatchObject({ code: 'EVENT_ID_INVALID', header: 'Last-Event-ID' })
      expect(data.errors[0].message).toMatch(/\p{Script=Lao}/u)
    }
    expect(api.service.live.size).toBe(0)
  })

  test('of another office, of another role, of the whole office, or with a figure changed: it begins anew and says so', async () => {
    const id = await toldTo(focal)
    const place = Number(id.split('-')[0])
    const [welfare, verifier] = [await way.key('LA', 'welfare'), await way.key('LA', 'verifier')]
    for (const key of [welfare, verifier, await way.key('TH', 'focal')])
      expect(await begun(key, id)).toMatchObject({ kind: 'BEGIN', gap: 'OF_ANOTHER', items: [] })
    expect(await begun(focal, id, true)).toMatchObject({ kind: 'BEGIN', gap: 'OF_ANOTHER' })
    expect(await begun(focal, id.replace(/^\d+/, '7'))).toMatchObject({ kind: 'BEGIN', gap: 'OF_ANOTHER', place })
    // The same officer's colleague in the same office and role may go on with it.
    const colleague = await Listener.open(url, await api.key('LA', 'focal', 2), { after: id })
    const sent = await way.send('TH', 'LA')
    expect(await colleague.change()).toMatchObject({ kind: 'CHANGED', caseId: sent })
  })

  test('never given, and too many since: each has a word of its own', async () => {
    const id = await toldTo(focal)
    const place = Number(id.split('-')[0])
    const by = await signIn(api.service, focal)
    if (!by) throw new Error('no account')
    const after = eventId({ by, wholeOffice: false }, place + 1)
    expect(await begun(focal, after)).toMatchObject({ kind: 'BEGIN', gap: 'NEVER_GIVEN', place })
    await api.engine.commit([{ statement: moveOn, params: { office: by.office, by: 3000 } }])
    expect(await begun(focal, id)).toMatchObject({ kind: 'BEGIN', gap: 'TOO_MANY', place: place + 3000 })
  })

  test('an empty one is none', async () => {
    expect(await begun(focal, '')).toMatchObject({ kind: 'BEGIN', gap: null })
  })
})
