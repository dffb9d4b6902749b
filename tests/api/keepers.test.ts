import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StateUnreadable } from '../../server/witness/state-file.ts'
import { LoggedWorld } from '../support/logged-world.ts'

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
