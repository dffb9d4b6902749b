import { constants, getPriority } from 'node:os'
import { expect, test } from 'vitest'
import { inThread } from '../../server/adapters/thread.ts'

test.runIf(process.platform === 'linux')('a thread stands back, and nobody else with it', async () => {
  const before = getPriority()
  const file = new URL('../support/own-priority.worker.ts', import.meta.url)
  const inside = await inThread<number>(file, null, new AbortController().signal)
  expect(inside).toBe(Math.max(before, constants.priority.PRIORITY_BELOW_NORMAL))
  expect(getPriority()).toBe(before)
})
