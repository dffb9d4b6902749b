import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { Listener } from '../support/listener.ts'
import { bearer, comeIn, type Newcomer, post, signInAgain } from '../support/newcomer.ts'

describe.each(engineKinds)('a session that ends in the middle of workChanged on %s', (kind) => {
  let api: Api
  let url: string
  let officer: Newcomer
  beforeEach(async () => {
    api = await Api.open(kind)
    url = await api.app.listen({ host: '127.0.0.1', port: 0 })
    officer = await comeIn(api, 'LA', 'focal')
  })
  afterEach(() => api.close())

  const ends: readonly (readonly [string, (other: string) => Promise<unknown>])[] = [
    ['signed out', () => post(api, 'sign-out', {}, bearer(officer.token))],
    ['ended from another session', (other) => post(api, 'sessions/end', {}, bearer(other))],
    ['run out', async () => api.later(1)],
  ]
  // Tried again where the machine was held up; what is promised is the time of the service.
  test.each(ends.map(([name]) => name))('%s: it hears no more within a second', { retry: 2 }, async (name) => {
    const other = await signInAgain(api, officer)
    const one = await Listener.open(url, officer.token)
    await one.change()
    const began = performance.now()
    await ends.find(([which]) => which === name)?.[1](other)
    const { event, data } = await one.next()
    const late = performance.now() - began
    console.log(`${kind}, session ${name}: stopped after ${Math.round(late)} ms`)
    expect(late).toBeLessThan(1000)
    expect([event, data.errors[0].extensions.code]).toEqual(['next', 'UNAUTHENTICATED'])
    await one.ended
    expect((await Listener.open(url, officer.token)).status).toBe(401)
  })
})
