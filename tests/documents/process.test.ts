import { expect, test, vi } from 'vitest'
import { openTypesetter, TypesettingFailed } from '../../server/documents/typesetter.ts'
import { sampleLetter } from '../support/sample-letter.ts'

const letter = sampleLetter(['en', 'lo'], 55)

/** Ends the process that works, once it is another than before. */
async function kill(typesetter: { readonly pid: number | undefined }, before?: number): Promise<number> {
  const pid = await vi.waitUntil(() => typesetter.pid !== before && typesetter.pid, { interval: 1 })
  process.kill(pid, 'SIGKILL')
  return pid
}

test('a process that dies is replaced, and its letter is set by the next', async () => {
  const typesetter = openTypesetter()
  const made = typesetter.pdf('letter', letter)
  const dead = await kill(typesetter)
  await expect(made).resolves.toBeInstanceOf(Uint8Array)
  expect(typesetter.pid).not.toBe(dead)
  await typesetter.close()
})

test('a letter over which two processes died is refused, and the next is set', async () => {
  const typesetter = openTypesetter()
  const refused = expect(typesetter.pdf('letter', letter)).rejects.toThrow('ended twice')
  await kill(typesetter, await kill(typesetter))
  await refused
  await expect(typesetter.pdf('letter', letter)).resolves.toBeInstanceOf(Uint8Array)
  await typesetter.close()
})

test('a process that died between two letters costs neither', async () => {
  const typesetter = openTypesetter()
  await typesetter.pdf('letter', letter)
  await kill(typesetter)
  await expect(typesetter.pdf('letter', letter)).resolves.toBeInstanceOf(Uint8Array)
  await typesetter.close()
})

test('a closed one sets nothing, not even what waited', async () => {
  const typesetter = openTypesetter()
  const waiting = [1, 2].map(() => expect(typesetter.pdf('letter', letter)).rejects.toThrow(TypesettingFailed))
  await vi.waitUntil(() => typesetter.pid, { interval: 1 })
  await typesetter.close()
  await Promise.all(waiting)
  await expect(typesetter.pdf('letter', letter)).rejects.toThrow(TypesettingFailed)
})

test('while a letter is set, everything else goes on', async () => {
  const typesetter = openTypesetter()
  let turns = 0
  const turning = setInterval(() => turns++, 1)
  await typesetter.pdf('letter', letter)
  clearInterval(turning)
  expect(turns).toBeGreaterThan(50)
  await typesetter.close()
})
