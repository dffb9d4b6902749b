import type { Engine } from '../../../db/engine.ts'
import { holdsEntry } from '../../../db/journal-writes.ts'
import type { LogWork } from './log-work.ts'

/** The same store; whatever commits an entry of the journal through it, an act or not, has the log worked on. */
export const waking = (engine: Engine, log: LogWork): Engine => ({
  ...engine,
  async commit(writes) {
    const refused = await engine.commit(writes)
    if (refused === null && holdsEntry(writes)) log.wake()
    return refused
  },
})
