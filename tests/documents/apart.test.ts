import { constants, getPriority } from 'node:os'
import { expect, test } from 'vitest'
import { apart, ProcessDied } from '../../server/adapters/apart.ts'

const ask = (task: 'priority' | 'abort' | 'fail', signal = new AbortController().signal) =>
  apart<number>(new URL('../support/task-apart.worker.ts', import.meta.url), task, signal)

test('who works apart stands back, and nobody else with it', async () => {
  const before = getPriority()
  expect(await ask('priority')).toBe(Math.max(before, constants.priority.PRIORITY_BELOW_NORMAL))
  expect(getPriority()).toBe(before)
})

test('a process that aborts ends alone, and is told from a fault of what it does', async () => {
  await expect(ask('abort')).rejects.toThrow(ProcessDied)
  const fault = await ask('fail').catch((error: unknown) => error)
  expect(fault).not.toBeInstanceOf(ProcessDied)
  expect(String(fault)).toMatch(/task-apart\.worker\.ts: Error: a fault of the tests/)
})

test('what is given up is killed', async () => {
  const giving = new AbortController()
  const asked = ask('priority', giving.signal)
  giving.abort(new Error('given up'))
  await expect(asked).rejects.toThrow('given up')
})
