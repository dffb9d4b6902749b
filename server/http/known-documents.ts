import type { DocumentNode } from 'graphql'

/** Tokens that are remembered all together; one takes about 500 bytes, so 20 MB. */
const ROOM = 40_000
/** What a query counts at least: compiled it takes room as well. */
const LEAST = 100
/** Letters that take as much as a token; a long text in a query is kept with it. */
const LETTERS = 250

/**
 * Queries that were read before, by their text. What somebody makes up anew each time must not fill the memory: the room
 * is bounded, and what was not asked for longest is let go first.
 */
export class KnownDocuments {
  readonly #documents = new Map<string, DocumentNode>()
  #used = 0
  get(text: string): DocumentNode | undefined {
    const found = this.#documents.get(text)
    if (!found) return undefined
    this.#documents.delete(text)
    this.#documents.set(text, found)
    return found
  }
  set(text: string, document: DocumentNode): void {
    if (this.#documents.has(text)) return
    this.#documents.set(text, document)
    this.#used += room(text, document)
    for (const [oldest, one] of this.#documents) {
      if (this.#used <= ROOM) return
      this.#documents.delete(oldest)
      this.#used -= room(oldest, one)
    }
  }
}

const room = (text: string, { tokenCount = 0 }: DocumentNode): number =>
  Math.max(LEAST, tokenCount) + text.length / LETTERS

/** Faults are found again each time: a query that cannot be read costs little to refuse, and its fault holds its text. */
export const noFaults = { get: (): undefined => undefined, set: (): void => undefined }
