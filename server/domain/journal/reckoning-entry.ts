import type { Instant } from '../kernel/instant.ts'
import { canonical } from './canonical.ts'
import type { Sha256 } from './entry.ts'

/** The entry of deadlines that were reckoned anew, because a country declared its days anew. */
export function reckoningEntry(id: string, what: object, at: Instant, salt: string, sha256: Sha256) {
  const kind = 'deadlinesReckoned'
  const content = canonical({ id, kind, at, ...what })
  return { id, kind, at, salt, content, leaf: sha256(`${salt}\n${content}`) }
}
