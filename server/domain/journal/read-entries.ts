import { type LogHashing, leafHashOf, provesItself } from './check-line.ts'
import type { LogEntry } from './log-entry.ts'
import { type LogLine, readLine } from './log-line.ts'
import { CompactRange, type Hash } from './tree.ts'

/** What is wrong with the lines themselves, whatever was signed. Places count from 0. */
export type LineFault =
  | { readonly found: 'edited' | 'missing' | 'doubled'; readonly entry: number }
  | { readonly found: 'exchanged'; readonly entry: number; readonly with: number }

/** What is looked for on the way. */
export interface Watched {
  /** Sizes at which the root is wanted. */
  readonly sizes: readonly number[]
  readonly receipt: { readonly id: string; readonly leaf: string } | null
}

/** A place where the lines go wrong, until it is known how. */
type Doubt =
  | { readonly kind: 'order'; readonly expected: number; readonly got: number; readonly cameLater: boolean }
  | { readonly kind: 'hash'; readonly entry: number; readonly says: Hash; readonly makes: Hash }

/** So many hashes are remembered to tell what is doubled; beyond them the root tells that something is wrong. */
const MOST_REMEMBERED = 4_000_000

/** Reads the entries of a log one after the other. Memory: the hashes seen, and no more. */
export class EntryReader {
  readonly #hashing: LogHashing
  readonly #watched: Watched
  readonly #sizes: ReadonlySet<number>
  readonly #tree: CompactRange
  readonly #seen = new Set<Hash>()
  #doubt: Doubt | null = null
  #next = 0
  fault: LineFault | null = null
  readonly roots = new Map<number, Hash>()
  /** The entry of the receipt: of its id, or else of its leaf. */
  receipt: (LogEntry & { readonly index: number }) | null = null

  constructor(hashing: LogHashing, watched: Watched) {
    this.#hashing = hashing
    this.#watched = watched
    this.#sizes = new Set(watched.sizes)
    this.#tree = new CompactRange(hashing.tree)
    this.#note()
  }

  /** How many entries were in order. */
  get size(): number {
    return this.#tree.size
  }

  /** Takes the next line, already read as JSON (undefined: it was none). False when nothing more can be learnt. */
  read(value: unknown): boolean {
    if (this.fault) return false
    const line = readLine(value)
    if (this.#doubt) return this.#settle(this.#doubt, line)
    if (!line) return this.#found({ found: 'edited', entry: this.#next })
    if (line.index < this.#next) return this.#found({ found: 'doubled', entry: line.index })
    if (line.index > this.#next)
      return this.#doubts({ kind: 'order', expected: this.#next, got: line.index, cameLater: false })
    return this.#take(line)
  }

  /** There are no more lines. */
  end(): void {
    const doubt = this.#doubt
    if (!doubt || this.fault) return
    if (doubt.kind === 'hash') this.fault = { found: 'edited', entry: doubt.entry }
    else
      this.fault = doubt.cameLater
        ? { found: 'exchanged', entry: doubt.expected, with: doubt.got }
        : { found: 'missing', entry: doubt.expected }
  }

  #take(line: LogLine): boolean {
    const { index, hash, entry } = line
    if (!provesItself(line, this.#hashing)) return this.#found({ found: 'edited', entry: index })
    const makes = leafHashOf(line, this.#hashing)
    if (this.#seen.has(makes)) return this.#found({ found: 'doubled', entry: index })
    if (makes !== hash) return this.#doubts({ kind: 'hash', entry: index, says: hash, makes })
    if (this.#seen.size < MOST_REMEMBERED) this.#seen.add(makes)
    this.#tree.append(makes)
    this.#next += 1
    this.#note()
    const { receipt } = this.#watched
    if (entry && receipt && (entry.id === receipt.id || (entry.leaf === receipt.leaf && !this.receipt)))
      this.receipt = { ...entry, index }
    return true
  }

  /** Of lines behind a place of doubt only that is asked which explains it. */
  #settle(doubt: Doubt, line: LogLine | null): boolean {
    if (!line) return true
    if (doubt.kind === 'order') {
      if (line.index === doubt.expected) return this.#doubts({ ...doubt, cameLater: true })
      // One that stands in its own place as well was put in twice, not exchanged.
      return line.index === doubt.got && doubt.cameLater ? this.#found({ found: 'doubled', entry: doubt.got }) : true
    }
    if (line.hash !== doubt.makes) return true
    // The next entry stands in this one's place: what makes the hash said here stands there in turn, or nowhere.
    return leafHashOf(line, this.#hashing) === doubt.says
      ? this.#found({ found: 'exchanged', entry: doubt.entry, with: line.index })
      : this.#found({ found: 'missing', entry: doubt.entry })
  }

  #doubts(doubt: Doubt): boolean {
    this.#doubt = doubt
    return true
  }
  #found(fault: LineFault): boolean {
    this.fault = fault
    return false
  }
  #note(): void {
    if (this.#sizes.has(this.#tree.size)) this.roots.set(this.#tree.size, this.#tree.root())
  }
}
