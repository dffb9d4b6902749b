import { keyedHash } from '../../adapters/hashing.ts'
import { sealed, unsealed } from '../../adapters/sealing.ts'
import type { JournalId } from '../../domain/kernel/ids.ts'
import { type Instant, MINUTE, plus } from '../../domain/kernel/instant.ts'
import type { Letter } from '../../domain/letters/letter.ts'
import type { LetterSubject } from '../../domain/letters/letter-facts.ts'
import type { Service } from '../service.ts'

/** So long a link leads to its document. */
const LINK_LASTS = 5 * MINUTE

/** What a link leads to, and for whom: whoever opens it acts as the one who asked, as long as they are signed in. */
export interface LinkedLetter {
  /** Hash of what the caller signed in with. */
  readonly proof: string
  readonly about: LetterSubject
  readonly journal: JournalId
  readonly languages: Letter['languages']
  readonly until: Instant
}

const linkKey = ({ secret }: Service): string => keyedHash(secret, 'mekong-liaison links')

/** A link that nobody can read or make but this installation. */
export async function linkTo(
  service: Service,
  letter: Omit<LinkedLetter, 'until'>,
): Promise<{ readonly link: string; readonly until: Instant }> {
  const until = plus(service.clock.now(), LINK_LASTS)
  return { link: await sealed(linkKey(service), JSON.stringify({ ...letter, until })), until }
}

/** Null where the link was never given, or is over. */
export async function openLink(service: Service, link: string): Promise<LinkedLetter | null> {
  const text = await unsealed(linkKey(service), link).catch(() => null)
  if (text === null) return null
  const letter = JSON.parse(text) as LinkedLetter
  return letter.until > service.clock.now() ? letter : null
}
