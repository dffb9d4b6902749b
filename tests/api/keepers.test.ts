import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { StateUnreadable } from '../../server/witness/state-file.ts'
import { LogKeepers } from '../support/log-keepers.ts'
import { LoggedWorld } from '../support/logged-world.ts'

describe.each(['signer', 'KH'])('who may ask a keeper: %s', (who) => {
  test('no page of a website, and the signer only under a name of this machine', async () => {
    const keepers = await LogKeepers.open()
    onTestFinished(() => keepers.close())
    const status = async (headers: Readonly<Record<string, string>>) => {
      const sent = request({ socketPath: keepers.socketOf(who), path: '/key', headers, agent: false }).end()
      const [answer] = (await once(sent, 'response')) as [IncomingMessage]
      answer.resume()
      return answer.statusCode
    }
    for (const host of ['127.0.0.1:4100', 'localhost', '[::1]:4100']) expect(await status({ host })).toBe(200)
    expect(await status({ host: 'localhost', origin: 'https://page.example' })).toBe(403)
    expect(await status({ host: 'localhost', origin: 'null' })).toBe(403)
    for (const host of ['rebound.example:4100', '127.0.0.1.example'])
      expect(await status({ host })).toBe(who === 'signer' ? 403 : 200)
  })
})

/** What a signer or witness remembers, it alone: no engine has a part in it. */
describe.each(['signer', 'KH'])('the memory of a keeper: %s', (who) => {
  let world: LoggedWorld
  beforeEach(async () => {
    world = await LoggedWorld.open('sqlite')
    await world.grow(1)
  })
  afterEach(() => world.close())
  const state = () => world.keepers.stateOf(who)

  test('is its own: a second one that shares it does not start, and takes over when the first is gone', async () => {
    const first = world.keepers
    await expect(first.start(who)).rejects.toThrow(StateUnreadable)
    await first.stop(who)
    await first.start(who)
    await world.grow(1)
    expect(readFileSync(state(), 'utf8')).toMatch(/^log\.hub\.example\n8\n/)
  })

  test.each([
    ['missing', () => rmSync(state())],
    ['empty', () => writeFileSync(state(), '')],
    ['of another log', () => writeFileSync(state(), readFileSync(state(), 'utf8').replace('log.hub', 'log.other'))],
  ])('that is %s lets nothing be signed', async (_what, spoil) => {
    await world.keepers.stop(who)
    spoil()
    await expect(world.keepers.start(who)).rejects.toThrow(StateUnreadable)
    // It is not held by one that did not start.
    await expect(world.keepers.start(who)).rejects.toThrow(/missing|holds no checkpoint/)
  })
})
