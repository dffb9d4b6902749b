import type { Write } from '../../../db/statement.ts'
import type { Service } from '../service.ts'

const ATTEMPTS = 10

/** For writes that refuse nothing by themselves: only a rival at the same rows is in the way, and they are tried again. */
export async function mustCommit({ engine }: Service, writes: readonly Write[]): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) if ((await engine.commit(writes)) === null) return
  throw new Error(`a commit met a rival ${ATTEMPTS} times`)
}
