import { keyedHash } from '../adapters/hashing.ts'
import { sealed, unsealed } from '../adapters/sealing.ts'
import { type Instant, MINUTE, plus } from '../domain/kernel/instant.ts'
import type { Service } from './service.ts'

/** So long a link leads to its document. */
const LINK_LASTS = 5 * MINUTE

/** What every link holds: whoever opens it acts as the one who asked, as long as they are signed in. */
interface Linked {
  /** Hash of what the caller signed in with. */
  readonly proof: string
  readonly until: Instant
}

export interface Link {
  readonly link: string
  readonly until: Instant
}

/** Documents of one kind, by links that nobody can read or make but this installation. */
export const linksTo = <T extends object>(kind: string) => {
  const key = ({ secret }: Service): string => keyedHash(secret, `mekong-liaison ${kind}`)
  return {
    async to(service: Service, what: T & Pick<Linked, 'proof'>): Promise<Link> {
      const until = plus(service.clock.now(), LINK_LASTS)
      return { link: await sealed(key(service), JSON.stringify({ ...what, until })), until }
    },
    /** Null where the link was never given, or is over. */
    async open(service: Service, link: string): Promise<(T & Linked) | null> {
      const text = await unsealed(key(service), link).catch(() => null)
      if (text === null) return null
      const linked = JSON.parse(text) as T & Linked
      return linked.until > service.clock.now() ? linked : null
    },
  }
}
