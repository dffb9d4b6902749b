import { inThread } from './in-thread.ts'

const PURGE = new URL('./purge-worker.ts', import.meta.url)

/**
 * Writes the file anew, and what the planner remembers of keys, and cuts the log of writes to nothing. `secure_delete`
 * zeroes what is deleted where it lay, but not the copies that stay behind where a page was divided or filled up. A thread
 * of its own does it: reads go on meanwhile. False where somebody else was in the way.
 */
export const purgeSqlite = (file: string): Promise<boolean> => inThread(PURGE, file)
