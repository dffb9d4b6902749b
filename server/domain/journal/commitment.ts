import type { CaseId } from '../kernel/ids.ts'
import { canonical } from './canonical.ts'
import type { SaidOfCase } from './parts.ts'

/** SHA-256 in hex of text in UTF-8; handed in, because the domain has no packages. */
export type Sha256 = (text: string) => string

/** What is hashed, and how chance arrives: a fresh salt for each commitment. */
export interface Sealing {
  readonly salt: () => string
  readonly sha256: Sha256
}

/** What an entry says of one case, with a salt of its own: it can be erased while the others stay. */
interface JournalPart {
  readonly position: number
  readonly caseId: CaseId
  readonly salt: string
  readonly content: string
}

export interface Sealed {
  readonly salt: string
  readonly content: string
  readonly leaf: string
  readonly parts: readonly JournalPart[]
}

/** Salted commitment to a text: SHA-256(salt, newline, text). */
export const commitment = (sha256: Sha256, salt: string, text: string): string => sha256(`${salt}\n${text}`)

/**
 * Two levels: the content names each case by a commitment to its part alone, and the leaf commits to the content. So a
 * part and its salt can be erased, and the content still proves the leaf. README.md states the bytes.
 */
export function seal(head: object, said: readonly SaidOfCase[], { salt, sha256 }: Sealing): Sealed {
  const parts = said.map(({ caseId, said: content }, position) => {
    return { position, caseId, salt: salt(), content: canonical({ id: caseId, ...content }) }
  })
  const cases = parts.map((part) => commitment(sha256, part.salt, part.content))
  const content = canonical({ ...head, cases })
  const own = salt()
  return { salt: own, content, leaf: commitment(sha256, own, content), parts }
}
